using Demonstration;
using Demonstration.Fable;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>The platform after chapters 1 to 3 of the fable, played through the gateway with the roles' own tokens.</summary>
public class FablePlayed : IAsyncLifetime
{
    private Stage stage = null!;

    public RunningPlatform Platform { get; } = new();

    public Stage Stage => stage;

    public Cast Cast { get; private set; } = null!;

    public BrokenEggs Eggs { get; private set; } = null!;

    public HerdedCats Cats { get; private set; } = null!;

    public Actor Admin { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        await Platform.InitializeAsync();
        await BeforePlayAsync();
        stage = new Stage(Platform.PublicUrl, Platform.Credentials);
        Admin = await stage.SignInAsync("admin");
        Cast = await QueSeraSera.PlayAsync(stage);
        Eggs = await BreakSomeEggs.PlayAsync(stage, Cast);
        Cats = await HerdingCats.PlayAsync(stage, Cast);
    }

    /// <summary>The platform is ready, and nothing has happened on it yet.</summary>
    protected virtual Task BeforePlayAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        stage.Dispose();
        await Platform.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class FableCollection : ICollectionFixture<FablePlayed>
{
    public const string Name = "fable";
}
