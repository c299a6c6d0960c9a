using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>An agency's application.</summary>
/// <param name="TermsId">The version of the terms that it is held to.</param>
/// <param name="Vetting">What vetting found, by the criteria's numbers.</param>
public sealed record ApplicationView(
    Guid Id, Guid AgencyId, string AgencyName, AgencyClass AgencyClass, Guid TermsId, string Statement, ApplicationState State, DateOnly ReceivedOn,
    DateOnly? VettedOn, DateOnly? DecidedOn, Guid? DecisionId, IReadOnlyList<VettingResult> Vetting)
{
    internal static ApplicationView Of(Application application) => new(
        application.Id, application.AgencyId, application.Agency.Name, application.Agency.Class, application.TermsId, application.Statement,
        application.State, application.ReceivedAt.Day(), application.VettedAt?.Day(), application.DecidedAt?.Day(), application.DecisionId,
        [.. application.Vetting.OrderBy(result => result.Number)]);
}

internal static class ReadApplications
{
    /// <summary>Those who deal with applications, and the applicant's own administrator.</summary>
    public static readonly string[] Readers = [Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/applications", ListAsync)
            .RequireRoles(Readers)
            .WithSummary("Lists applications: all of them for those who run the task force and its core group, an agency its own.");
        api.MapGet("/task-forces/{id:guid}/applications/{applicationId:guid}", GetAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Reads one application.")
            .WithDescription("For those who run the task force, its core group and the applicant's own administrator; for everybody else it is not there.");
    }

    /// <summary>An application that the caller may read; to anybody else it is not there.</summary>
    public static async Task<Application?> FindApplicationAsync(
        this MembershipDb db, TaskForce taskForce, Guid applicationId, Caller caller, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Include(application => application.Agency).SingleOrDefaultAsync(
            application => application.Id == applicationId && application.TaskForceId == taskForce.Id, cancellationToken);
        return application is not null && caller.MayReadOf(taskForce, application.AgencyId) ? application : null;
    }

    private static async Task<Results<Ok<IReadOnlyList<ApplicationView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        ApplicationState? state = null, Guid? agencyId = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var applications = db.Applications.Include(application => application.Agency).Where(application => application.TaskForceId == id);
        if (!caller.MayRun(taskForce) && !caller.IsInCoreGroup(taskForce))
        {
            var own = caller.Is(Roles.AgencyAdmin) ? caller.AgencyId : null;
            applications = applications.Where(application => application.AgencyId == own);
        }

        if (state is not null) applications = applications.Where(application => application.State == state);
        if (agencyId is not null) applications = applications.Where(application => application.AgencyId == agencyId);
        return await applications.ToPageAsync(page, http, ApplicationView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<ApplicationView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid applicationId, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindApplicationAsync(taskForce, applicationId, caller, cancellationToken) is not { } application) return Problems.NotFound();

        http.SetETag(application);
        return TypedResults.Ok(ApplicationView.Of(application));
    }
}
