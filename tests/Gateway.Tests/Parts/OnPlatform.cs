namespace Gateway.Tests.Parts;

/// <summary>A test that begins with everything forgotten.</summary>
[Collection(nameof(Parts.Platform))]
public abstract class OnPlatform
{
    protected OnPlatform(Platform platform)
    {
        Platform = platform;
        platform.Forget();
    }

    protected Platform Platform { get; }
}
