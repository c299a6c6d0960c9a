using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>A draft of vision and mission.</summary>
/// <param name="Vision">What the task force sees ahead.</param>
/// <param name="Mission">What it does about it.</param>
public sealed record NewVision(
    [property: Required, PlainText(Lines = true), StringLength(VisionAndMission.Length)] string Vision,
    [property: Required, PlainText(Lines = true), StringLength(VisionAndMission.Length)] string Mission);

/// <summary>A version of vision and mission.</summary>
public sealed record VisionView(
    Guid Id, int Number, StatementState State, string Vision, string Mission, DateOnly DraftedOn, DateOnly? AdoptedOn, Guid? DecisionId)
{
    internal static VisionView Of(VisionAndMission version) => new(
        version.Id, version.Number, version.State, version.Vision, version.Mission, version.DraftedOn, version.AdoptedOn, version.DecisionId);
}

internal static class DraftVision
{
    private const string Visions = "/task-forces/{id:guid}/visions";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Visions, DraftAsync).RequireRoles(TaskForceRoles.Decides)
            .WithSummary("Drafts a version of vision and mission.");
        api.MapPost($"{Visions}/{{number:int}}/adoption", AdoptAsync).RequireRoles(TaskForceRoles.Decides).RequireIfMatch()
            .WithSummary("Adopts a draft of vision and mission, by a carried decision; it supersedes the version in force.");
        ReadStatements<VisionAndMission>.Map(api, Visions, "vision and mission", VisionView.Of);
    }

    private static async Task<Results<Created<VisionView>, ProblemHttpResult>> DraftAsync(
        Guid id, NewVision request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var number = await db.NextNumberAsync<VisionAndMission>(id, cancellationToken);
        var draft = VisionAndMission.Draft(taskForce, number, request.Vision.Trim(), request.Mission.Trim(), time.Day());
        if (await db.SaveDraftAsync(draft, cancellationToken) is { } refused) return refused;

        http.SetETag(draft);
        return TypedResults.Created($"/task-forces/{id}/visions/{number}", VisionView.Of(draft));
    }

    private static Task<Results<Ok<VisionView>, ProblemHttpResult>> AdoptAsync(
        Guid id, int number, ByDecision request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
        AdoptStatement<VisionAndMission>.HandleAsync(
            id, number, request, DecisionAbout.VisionAndMission, VisionView.Of, db, caller, http, cancellationToken);
}
