using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
        api.MapGet(Visions, ListAsync).RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the versions of vision and mission; the one in force with state=Adopted.");
        api.MapGet($"{Visions}/{{number:int}}", GetAsync).RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one version of vision and mission.");
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

    private static async Task<Results<Ok<IReadOnlyList<VisionView>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        StatementState? state = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var versions = db.Visions.Where(version => version.TaskForceId == id);
        if (state is not null) versions = versions.Where(version => version.State == state);
        return await versions.ToPageAsync(page, http, VisionView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<VisionView>, ProblemHttpResult>> GetAsync(
        Guid id, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var version = await db.Visions.AsNoTracking().SingleOrDefaultAsync(
            version => version.TaskForceId == id && version.Number == number, cancellationToken);
        if (version is null) return Problems.NotFound();

        http.SetETag(version);
        return TypedResults.Ok(VisionView.Of(version));
    }
}
