using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Handovers;

internal static class ReadOrientations
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/orientations", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists orientations of those who took over a seat: of one's own agency, or all for those who run the task force and its core group.");
        api.MapGet("/task-forces/{id:guid}/orientations/{orientationId:guid}", GetAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Reads one orientation.")
            .WithDescription("For whoever is new, their agency, those who run the task force and its core group; for everybody else it is not there.");
    }

    private static async Task<Results<Ok<IReadOnlyList<OrientationView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        OrientationState? state = null, Guid? agencyId = null, Guid? seatId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var orientations = db.OrientationsFor(taskForce, caller);
        if (state is not null)
        {
            orientations = orientations.Where(orientation => orientation.EndedOn != null == (state == OrientationState.Ended));
            if (state != OrientationState.Ended)
                orientations = orientations.Where(orientation => orientation.CompletedOn != null == (state == OrientationState.Completed));
        }

        if (agencyId is not null) orientations = orientations.Where(orientation => orientation.AgencyId == agencyId);
        if (seatId is not null) orientations = orientations.Where(orientation => orientation.SeatId == seatId);
        var subjects = await db.OrientationSubjectsAsync(id, cancellationToken);
        return await orientations.ToPageAsync(page, http, orientation => OrientationView.Of(orientation, caller, subjects), cancellationToken);
    }

    private static async Task<Results<Ok<OrientationView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid orientationId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindOrientationAsync(taskForce, orientationId, caller, cancellationToken) is not { } orientation)
        {
            return Problems.NotFound();
        }

        http.SetETag(orientation);
        return TypedResults.Ok(OrientationView.Of(orientation, caller, await db.OrientationSubjectsAsync(id, cancellationToken)));
    }
}
