using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Members;

/// <summary>An application as it now is, with the terms that it is held to; or why the caller may not change it.</summary>
internal readonly record struct ApplicationForChange(
    TaskForce? TaskForce, Application? Application, MembershipTerms? Terms, ProblemHttpResult? Refused)
{
    private static readonly Dictionary<ApplicationState, string[]> Allowed = new()
    {
        [ApplicationState.Received] = ["vetting", "withdrawal"],
        [ApplicationState.Vetted] = ["vetting", "admission", "refusal", "withdrawal"],
    };

    /// <summary>409, naming what the state allows.</summary>
    public static ProblemHttpResult StateConflict(Application application) =>
        Problems.StateConflict(application.State, Allowed.GetValueOrDefault(application.State, []));
}

internal static class ApplicationsForChange
{
    /// <summary>For whoever may read it; each verb's roles say who of them changes it.</summary>
    /// <param name="may">Who of them changes it, where roles alone do not say; to all others it is not there, whatever version they name.</param>
    public static async Task<ApplicationForChange> FindApplicationForChangeAsync(
        this MembershipDb db, Guid id, Guid applicationId, Caller caller, HttpContext http, CancellationToken cancellationToken,
        Func<TaskForce, Application, bool>? may = null)
    {
        if (await db.FindTaskForceAsync(id, caller, cancellationToken) is not { } taskForce
            || await db.FindApplicationAsync(taskForce, applicationId, caller, cancellationToken) is not { } application
            || may?.Invoke(taskForce, application) == false)
        {
            return new(null, null, null, Problems.NotFound());
        }

        if (IfMatch.Check(http, application) is { } refused) return new(null, null, null, refused);
        var terms = await db.MembershipTerms.SingleAsync(terms => terms.Id == application.TermsId, cancellationToken);
        return new(taskForce, application, terms, null);
    }
}
