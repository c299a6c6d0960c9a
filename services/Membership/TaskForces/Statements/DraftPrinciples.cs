using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.TaskForces;

/// <summary>A draft of the guiding principles.</summary>
/// <param name="Principles">Each in a sentence or two, in the order of reading.</param>
public sealed record NewPrinciples(
    [property: Required, MinLength(1), MaxLength(GuidingPrinciples.Most)] IReadOnlyList<Principle> Principles);

/// <summary>One guiding principle.</summary>
public sealed record Principle([property: Required, PlainText(Lines = true), StringLength(GuidingPrinciples.Length)] string Text);

/// <summary>A version of the guiding principles.</summary>
public sealed record PrinciplesView(
    Guid Id, int Number, StatementState State, IReadOnlyList<string> Principles, DateOnly DraftedOn, DateOnly? AdoptedOn, Guid? DecisionId)
{
    internal static PrinciplesView Of(GuidingPrinciples version) => new(
        version.Id, version.Number, version.State, version.Principles, version.DraftedOn, version.AdoptedOn, version.DecisionId);
}

internal static class DraftPrinciples
{
    private const string Versions = "/task-forces/{id:guid}/guiding-principles";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Versions, DraftAsync).RequireRoles(TaskForceRoles.Decides)
            .WithSummary("Drafts a version of the guiding principles.");
        api.MapPost($"{Versions}/{{number:int}}/adoption", AdoptAsync).RequireRoles(TaskForceRoles.Decides).RequireIfMatch()
            .WithSummary("Adopts a draft of the guiding principles, by a carried decision; every member is then asked to acknowledge it.");
        ReadStatements<GuidingPrinciples>.Map(api, Versions, "the guiding principles", PrinciplesView.Of);
    }

    private static async Task<Results<Created<PrinciplesView>, ProblemHttpResult>> DraftAsync(
        Guid id, NewPrinciples request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();

        var number = await db.NextNumberAsync<GuidingPrinciples>(id, cancellationToken);
        var draft = GuidingPrinciples.Draft(taskForce, number, request.Principles.Select(principle => principle.Text.Trim()), time.Day());
        if (await db.SaveDraftAsync(draft, cancellationToken) is { } refused) return refused;

        http.SetETag(draft);
        return TypedResults.Created($"/task-forces/{id}/guiding-principles/{number}", PrinciplesView.Of(draft));
    }

    private static Task<Results<Ok<PrinciplesView>, ProblemHttpResult>> AdoptAsync(
        Guid id, int number, ByDecision request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
        AdoptStatement<GuidingPrinciples>.HandleAsync(
            id, number, request, DecisionAbout.GuidingPrinciples, PrinciplesView.Of, db, caller, http, cancellationToken);
}
