namespace ServiceDefaults;

/// <summary>
/// What a service needs to exist before it first starts, such as the first administrator. Run by <c>--migrate</c>, after
/// the migrations, on every start of the platform: so it looks first, and changes nothing that is already there.
/// </summary>
public interface IBootstrap
{
    Task RunAsync(CancellationToken cancellationToken);
}
