using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

internal static class ReadReasons
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/reasons", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists why each party is at the table, as far as it has said so.");
        api.MapGet("/task-forces/{id:guid}/reasons/{agencyId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads why one party is at the table.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PartyReasonView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        Guid? agencyId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var reasons = db.PartyReasons.Where(reason => reason.TaskForceId == id);
        if (agencyId is not null) reasons = reasons.Where(reason => reason.AgencyId == agencyId);
        return await reasons.ToPageAsync(page, http, PartyReasonView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<PartyReasonView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid agencyId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var reason = await db.PartyReasons.AsNoTracking()
            .SingleOrDefaultAsync(reason => reason.TaskForceId == id && reason.AgencyId == agencyId, cancellationToken);
        if (reason is null) return Problems.NotFound();

        http.SetETag(reason);
        return TypedResults.Ok(PartyReasonView.Of(reason));
    }
}
