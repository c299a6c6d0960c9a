using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Cards;

/// <summary>What was counted today.</summary>
/// <param name="Available">How many of them are free; not more than there are.</param>
public sealed record CountedCapacity(
    [property: Required, Range(0, 100_000)] int? Total, [property: Required, Range(0, 100_000)] int? Available);

internal static class ConfirmCapacity
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/agencies/{id:guid}/capacities/{kind}", HandleAsync)
        .RequireRoles(AgencyAccess.CardWriters)
        .RequireIfMatch()
        .WithSummary("Says how many there are of a kind, such as beds, and how many are free: as counted today.");

    private static async Task<Results<Ok<CardView>, ProblemHttpResult>> HandleAsync(
        Guid id, CapacityKind kind, CountedCapacity request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).WithCard().SingleOrDefaultAsync(agency => agency.Id == id, cancellationToken);
        if (agency is null) return Problems.NotFound();
        if (!await db.MayWriteCardAsync(caller, agency, cancellationToken)) return Problems.Forbidden(AgencyAccess.NotYours);
        if (IfMatch.Check(http, agency) is { } refused) return refused;
        if (request.Available > request.Total) return Problems.Invalid("available", "There cannot be more free than there are.");

        agency.Confirm(kind, request.Total!.Value, request.Available!.Value, time.Day());
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(agency);
        return TypedResults.Ok(CardView.Of(agency, time.GetUtcNow()));
    }
}
