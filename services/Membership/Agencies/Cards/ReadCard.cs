using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Cards;

internal static class ReadCard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/agencies/{id:guid}/card", HandleAsync)
        .WithSummary("Reads an agency's card: services, languages, areas, hours, capacity. Open to everybody of the hub.");

    private static async Task<Results<Ok<CardView>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).AsNoTracking().WithCard().SingleOrDefaultAsync(agency => agency.Id == id, cancellationToken);
        if (agency is null) return Problems.NotFound();

        http.SetETag(agency);
        return TypedResults.Ok(CardView.Of(agency, time.GetUtcNow()));
    }
}
