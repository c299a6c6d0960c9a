using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

internal static class WithdrawApplication
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/applications/{applicationId:guid}/withdrawal", HandleAsync)
        .RequireIfMatch()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Takes an application back, by the agency's administrator or by the coordinator on its behalf.");

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid applicationId, MemberReason request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (_, application, _, refused) = await db.FindApplicationForChangeAsync(
            id, applicationId, caller, http, cancellationToken,
            (taskForce, application) => caller.MayRun(taskForce) || caller.Administers(taskForce, application.AgencyId));
        if (refused is not null || application is null) return refused ?? Problems.NotFound();
        if (application.State is not (ApplicationState.Received or ApplicationState.Vetted)) return ApplicationForChange.StateConflict(application);

        var now = time.GetUtcNow();
        application.Withdraw(now);
        db.MemberChanges.Add(MemberChange.Of(
            application.Hub, id, application.AgencyId, MemberStep.Withdrew, state: null, request.Reason.Trim(), ChangedBy.Of(caller), now));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }
}
