using System.ComponentModel.DataAnnotations;
using Membership.Protocols.Steps;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols;

/// <summary>The draft's whole text.</summary>
/// <param name="Text">In the task force's own words. Nothing about a case or a person served.</param>
public sealed record ProtocolText([property: Required, PlainText(Lines = true), StringLength(ProtocolVersion.TextLength)] string Text);

/// <summary>The draft's steps, all of them, in their order.</summary>
public sealed record ProtocolSteps([property: Required, MaxLength(StepRules.MostSteps)] IReadOnlyList<NewResponseStep> Steps);

internal static class EditDraft
{
    private const string Version = "/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut($"{Version}/text", WriteAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Replaces a draft's text.");
        api.MapPut($"{Version}/steps", ReplaceStepsAsync)
            .RequireRoles(TaskForceRoles.Runs)
            .RequireIfMatch()
            .WithSummary("Replaces a draft's response steps as a whole.")
            .WithDescription("A step keeps its key from version to version. Steps that lead back to an earlier one are refused.");
    }

    private static Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> WriteAsync(
        Guid id, Guid protocolId, int number, ProtocolText request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        EditAsync(id, protocolId, number, db, caller, http, (draft, _) =>
        {
            draft.Write(request.Text.Trim(), time.Day());
            return Task.FromResult<ProblemHttpResult?>(null);
        }, cancellationToken);

    private static Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> ReplaceStepsAsync(
        Guid id, Guid protocolId, int number, ProtocolSteps request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken) =>
        EditAsync(id, protocolId, number, db, caller, http, async (draft, taskForce) =>
        {
            if (StepRules.Check(request.Steps) is { Count: > 0 } wrong) return Problems.Invalid(wrong);
            if (await StepRules.CheckNamedAsync(db, taskForce, request.Steps, cancellationToken) is { Count: > 0 } unknown) return Problems.Invalid(unknown);
            draft.ReplaceSteps(request.Steps.Select((step, position) => step.ToStep(draft, position)), time.Day());
            return null;
        }, cancellationToken);

    private static async Task<Results<Ok<ProtocolVersionView>, ProblemHttpResult>> EditAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http,
        Func<ProtocolVersion, TaskForce, Task<ProblemHttpResult?>> editAsync, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } draft) return Problems.NotFound();
        if (IfMatch.Check(http, draft) is { } stale) return stale;
        if (draft.State != ProtocolState.Draft) return Problems.StateConflict(draft.State);

        if (await editAsync(draft, taskForce) is { } refused) return refused;
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(draft);
        return TypedResults.Ok(ProtocolVersionView.Of(draft));
    }
}
