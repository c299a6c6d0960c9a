using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Reviews;

/// <summary>A limit, in the agency's own words.</summary>
public sealed record NewLimit(
    [property: Required] LimitKind? Kind, [property: Required, PlainText(Lines = true), StringLength(MemberCard.TextLength)] string Text);

/// <summary>An agency's role and limits in a task force.</summary>
/// <param name="Role">What the agency does here, which is not all that it does.</param>
/// <param name="Limits">One text for each kind; a kind that is left out has no limit that was named.</param>
public sealed record NewMemberCard(
    [property: Required, PlainText(Lines = true), StringLength(MemberCard.TextLength)] string Role,
    [property: PlainText(Lines = true), StringLength(MemberCard.TextLength)] string? Contributes = null,
    [property: PlainText(Lines = true), StringLength(MemberCard.TextLength)] string? Seeks = null,
    [property: MaxLength(5)] IReadOnlyList<NewLimit>? Limits = null);

internal static class WriteMemberCard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/members/{agencyId:guid}/card", HandleAsync)
        .RequireRoles(AgencyAccess.CardWriters)
        .RequireIfMatch()
        .WithSummary("Says a member's role here, what it contributes and seeks, and its limits. The first time counts as a review.");

    private static async Task<Results<Ok<MemberCardView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agencyId, NewMemberCard request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindMemberCardAsync(taskForce, agencyId, cancellationToken) is not var (member, card)) return Problems.NotFound();
        if (!caller.MayWriteMemberCard(taskForce, agencyId)) return Problems.Forbidden(MemberCardAccess.NotYours);
        if (IfMatch.Check(http, card) is { } refused) return refused;
        if ((request.Limits ?? []).GroupBy(limit => limit.Kind).Any(same => same.Count() > 1))
            return Problems.Invalid("limits", "Say each kind once.");

        card.Say(
            request.Role.Trim(), request.Contributes?.Trim(), request.Seeks?.Trim(),
            (request.Limits ?? []).ToDictionary(limit => limit.Kind!.Value, limit => limit.Text.Trim()), time.Day());
        if (card.Version == 0) db.MemberCards.Add(card);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(card);
        return TypedResults.Ok(MemberCardView.Of(card, member, time.Day()));
    }
}
