using Membership.Members;

namespace Membership.Agencies.Reviews;

/// <summary>What an agency cannot do here, in its own words.</summary>
public sealed record LimitView(LimitKind Kind, string Text);

/// <summary>An agency's role and limits in a task force.</summary>
/// <param name="General">What the agency does in general, to set the role here against.</param>
/// <param name="Role">None as long as nobody has said it.</param>
/// <param name="LastReviewedOn">None where role and limits were never gone through.</param>
/// <param name="ReviewState">Due six months after the last review, or after joining; overdue thirty days later.</param>
public sealed record MemberCardView(
    Guid TaskForceId, Guid AgencyId, string AgencyName, string? General, string? Role, string? Contributes, string? Seeks,
    IReadOnlyList<LimitView> Limits, DateOnly? LastReviewedOn, DateOnly ReviewDueOn, ReviewState ReviewState)
{
    internal static MemberCardView Of(MemberCard card, Member member, DateOnly today) => new(
        card.TaskForceId, card.AgencyId, member.Agency.Name, member.Agency.Description, card.Role, card.Contributes, card.Seeks,
        [.. card.Limits.OrderBy(limit => limit.Kind).Select(limit => new LimitView(limit.Kind, limit.Text))],
        card.Reviewed ? card.ReviewedOn : null, card.ReviewDueOn, ReviewCycle.On(today, card.ReviewDueOn));
}
