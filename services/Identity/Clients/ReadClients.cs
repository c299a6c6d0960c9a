using Identity.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Clients;

internal static class ReadClients
{
    public static void MapReadClients(this IEndpointRouteBuilder api)
    {
        api.MapGet("/clients", ListAsync).RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin)
            .WithSummary("The clients you administer");
        api.MapGet("/clients/{clientId}", OneAsync).RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin)
            .WithSummary("One client; its ETag is what a change needs in If-Match");
    }

    private static Task<Ok<IReadOnlyList<ClientView>>> ListAsync(
        [AsParameters] Page page, Guid? agencyId, HttpContext http, Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        var clients = db.Clients.Where(ClientRules.VisibleTo(caller));
        if (agencyId is not null) clients = clients.Where(client => client.AgencyId == agencyId);
        return clients.ToPageAsync(page, http, ClientView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<ClientView>, ProblemHttpResult>> OneAsync(
        string clientId, HttpContext http, Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        if (await db.Clients.AsNoTracking().VisibleOneAsync(clientId, caller, cancellationToken) is not { } client) return Problems.NotFound();
        http.SetETag(client);
        return TypedResults.Ok(ClientView.Of(client));
    }

    public static Task<Client?> VisibleOneAsync(
        this IQueryable<Client> clients, string clientId, Caller caller, CancellationToken cancellationToken) =>
        clients.Where(ClientRules.VisibleTo(caller)).SingleOrDefaultAsync(client => client.ClientId == clientId, cancellationToken);
}
