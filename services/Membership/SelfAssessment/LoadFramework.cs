using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.SelfAssessment;

internal static class LoadFramework
{
    public const int Most = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/task-forces/{id:guid}/frameworks", LoadAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .WithSummary("Loads the next version of the framework: functions, elements, and prompts for five numbered stages.");
        api.MapPost("/task-forces/{id:guid}/frameworks/default", LoadDefaultAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .WithSummary("Loads the platform's own framework as the next version. Its prompts are the platform's, not the Roadmap's.");
    }

    private static Task<Results<Created<FrameworkView>, ProblemHttpResult>> LoadDefaultAsync(
        Guid id, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken) =>
        LoadAsync(id, FrameworkContent.Default, db, caller, http, time, cancellationToken);

    private static async Task<Results<Created<FrameworkView>, ProblemHttpResult>> LoadAsync(
        Guid id, FrameworkContent request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.Fault() is { } fault) return Problems.Invalid("functions", fault);
        var number = 1 + (await db.Frameworks.Where(framework => framework.TaskForceId == id).MaxAsync(framework => (int?)framework.Number, cancellationToken) ?? 0);
        if (number > Most) return Problems.Conflict("too-many-versions", $"A task force has at most {Most} versions of its framework.");

        var framework = Framework.Load(taskForce, number, request, time.Day());
        db.Frameworks.Add(framework);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("loaded-meanwhile", "Another version was loaded at the same moment. Look, and send it again.");
        }

        http.SetETag(framework);
        return TypedResults.Created($"/task-forces/{id}/frameworks/{number}", FrameworkView.Of(framework));
    }
}
