using Identity.Keys;
using ServiceDefaults;

namespace Identity.Bootstrap;

/// <summary>A key to sign with, before the first token is asked for.</summary>
internal sealed class FirstKey(KeyRotation rotation) : IBootstrap
{
    public Task RunAsync(CancellationToken cancellationToken) => rotation.EnsureKeyAsync(cancellationToken);
}
