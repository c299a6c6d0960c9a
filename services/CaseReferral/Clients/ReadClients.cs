using CaseReferral.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace CaseReferral.Clients;

internal static class ReadClients
{
    public static void MapClients(this RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients.MapTakeInClient();
        clients.MapGet("", List)
            .WithSummary("Clients on my case teams")
            .WithDescription("A supervisor sees those of the whole agency. To anybody who serves no clients there is nothing here: 404.");
        clients.MapGet("/{id:guid}", Read)
            .WithSummary("One client")
            .WithDescription("For her case team and its supervisor. For everybody else she does not exist.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ClientView>>, ProblemHttpResult>> List(
        [AsParameters] Page page, Caller caller, HttpContext http, CaseReferralDb db, CancellationToken cancellationToken)
    {
        if (!caller.ServesClients()) return Problems.NotFound();
        return await db.ClientsOf(caller).ToPageAsync(page, http, ClientView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<ClientView>, ProblemHttpResult>> Read(
        Guid id, Caller caller, HttpContext http, CaseReferralDb db, CancellationToken cancellationToken)
    {
        var client = await db.ClientsOf(caller).AsNoTracking().SingleOrDefaultAsync(client => client.Id == id, cancellationToken);
        if (client is null) return Problems.NotFound();
        http.SetETag(client);
        return TypedResults.Ok(ClientView.Of(client));
    }
}
