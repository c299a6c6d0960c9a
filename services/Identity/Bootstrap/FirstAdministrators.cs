using Identity.Audit;
using Identity.Clients;
using Identity.Storage;
using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults;
using ServiceDefaults.Access;

namespace Identity.Bootstrap;

/// <summary>Somebody must be the first: an administrator, and whoever operates the platform, each a client of its own.</summary>
internal sealed class FirstAdministrators(
    IdentityDb db, ClientSecrets secrets, IOptions<BootstrapSettings> settings, TimeProvider time, ILogger<FirstAdministrators> logger)
    : IBootstrap
{
    private static readonly (string ClientId, string Name, string Role)[] Wanted =
    [
        ("admin", "First administrator", Roles.PlatformAdmin),
        ("ops", "First operator", Roles.Ops),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Value.CredentialsFile is not { Length: > 0 } file)
        {
            logger.LogInformation("No first administrator is made: Bootstrap:CredentialsFile does not say where its secret shall go.");
            return;
        }

        var made = new List<(string, string, string)>();
        foreach (var (clientId, name, role) in Wanted)
        {
            // Also where it was removed: whoever removed it meant it.
            if (await db.Clients.AnyAsync(client => client.ClientId == clientId, cancellationToken)) continue;
            var client = Client.Register(clientId, name, new ClientGrant([role], []), "bootstrap", time.GetUtcNow());
            made.Add((clientId, clientId, secrets.AddNew(client, TimeSpan.Zero)));
            db.AddRange(client, new AuditEntry(AuditedAction.ClientRegistered, time.GetUtcNow())
            {
                ClientId = clientId,
                Actor = "bootstrap",
                Reason = role,
            });
        }

        if (made.Count == 0) return;
        // The file first: if the save fails the next run writes it anew, but a secret saved and not written is lost.
        await CredentialsFile.WriteAsync(file, made, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation("The first administrators' credentials are in {File}.", file);
    }
}
