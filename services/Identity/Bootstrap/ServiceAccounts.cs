using Identity.Audit;
using Identity.Clients;
using Identity.Storage;
using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults;
using ServiceDefaults.Access;

namespace Identity.Bootstrap;

/// <summary>
/// The platform's services as clients, with the secrets that their own configuration also holds. A changed secret is taken
/// over; the former holds for a while, for replicas that still run with it.
/// </summary>
internal sealed class ServiceAccounts(
    IdentityDb db, ClientSecrets secrets, IOptions<BootstrapSettings> settings, IOptions<IdentitySettings> identity,
    TimeProvider time, ILogger<ServiceAccounts> logger) : IBootstrap
{
    private const int ShortestSecret = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, secret) in settings.Value.Services)
        {
            if (secret is not { Length: >= ShortestSecret })
                throw new InvalidOperationException($"Bootstrap:Services:{name} needs a random secret of at least {ShortestSecret} characters.");
            await EnsureAsync(name, secret, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>See <c>ReadableHubs</c>. What a client may is settled when it is registered: another hub is another client.</summary>
    private string[] ScopesOf(string name) => settings.Value.Hubs.TryGetValue(name, out var hub) ? [$"journal:{hub}"] : [];

    private async Task EnsureAsync(string name, string secret, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var client = await db.Clients.SingleOrDefaultAsync(known => known.ClientId == name, cancellationToken);
        if (client is { IsRemoved: true } || client?.Roles.Contains(Roles.Service) == false)
        {
            logger.LogWarning("Client {ClientId} was removed or is no service's: Bootstrap:Services does not change it.", name);
            return;
        }

        if (client is not null && secrets.IsNewest(client, secret)) return;
        var action = client is null ? AuditedAction.ClientRegistered : AuditedAction.SecretAdded;
        if (client is null) db.Add(client = Client.Register(name, $"Service {name}", new ClientGrant([Roles.Service], ScopesOf(name)), "bootstrap", now));
        secrets.Add(client, secret, identity.Value.SecretOverlap);
        db.Audit.Add(new AuditEntry(action, now) { ClientId = name, Actor = "bootstrap", Reason = Roles.Service });
    }
}
