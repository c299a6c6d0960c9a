using Identity.Audit;
using Identity.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Clients;

internal static class RemoveClient
{
    public static void MapRemoveClient(this IEndpointRouteBuilder api) => api.MapDelete("/clients/{clientId}", HandleAsync)
        .RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin)
        .RequireIfMatch()
        .WithSummary("End a client: no new token from now on, and none of its tokens accepted anywhere within a minute");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string clientId, HttpContext http, Caller caller, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Clients.VisibleOneAsync(clientId, caller, cancellationToken) is not { } client) return Problems.NotFound();
        if (!ClientRules.MayManage(caller, client.Grant)) return Problems.Forbidden("This client is above your administration.");
        if (IfMatch.Check(http, client) is { } stale) return stale;

        client.Remove(time.GetUtcNow());
        db.EndedAccess.Add(EndedAccess.OfClient(client.ClientId, time.GetUtcNow()));
        db.Audit.Add(http.Audit(AuditedAction.ClientRemoved, time, client, actor: caller.Subject));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
