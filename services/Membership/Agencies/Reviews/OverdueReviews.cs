using Membership.Storage;
using Membership.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.Agencies.Reviews;

/// <summary>A review of a member's role and limits.</summary>
/// <param name="State">Due, from the day on; overdue, from thirty days later.</param>
/// <param name="LastReviewedOn">None where role and limits were never gone through; then it counts from joining.</param>
public sealed record ReviewDue(
    Guid TaskForceId, Guid AgencyId, string AgencyName, Guid MemberId, ReviewState State, DateOnly DueOn, DateOnly? LastReviewedOn)
{
    internal static ReviewDue Of(MemberCard card, Member member, DateOnly today) => new(
        member.TaskForceId, member.AgencyId, member.Agency.Name, member.Id, ReviewCycle.On(today, card.ReviewDueOn), card.ReviewDueOn,
        card.Reviewed ? card.ReviewedOn : null);
}

/// <summary>What is due or overdue for review: what a meeting's agenda proposes, and agencies are reminded of.</summary>
internal static class OverdueReviews
{
    /// <summary>Of one task force, the longest due first.</summary>
    public static async Task<IReadOnlyList<ReviewDue>> OverdueReviewsAsync(
        this MembershipDb db, Guid taskForceId, DateOnly today, CancellationToken cancellationToken) =>
        [.. (await Of(db.Members.Where(member => member.TaskForceId == taskForceId), db, today).ToListAsync(cancellationToken))
            .Select(row => row.At(today)).OrderBy(review => review.DueOn).ThenBy(review => review.AgencyName, StringComparer.Ordinal)];

    /// <summary>Members whose review is due; who never had a card counts from joining.</summary>
    internal static IQueryable<Row> Of(IQueryable<Member> members, MembershipDb db, DateOnly today)
    {
        var joinedBefore = JoinedBefore(today);
        return from member in members.Where(Member.TakesPart)
               from card in db.MemberCards.Where(card => card.MemberId == member.Id).DefaultIfEmpty()
               where card == null ? member.JoinedAt < joinedBefore : card.ReviewDueOn <= today
               select new Row
               {
                   Hub = member.Hub, TaskForceId = member.TaskForceId, AgencyId = member.AgencyId, AgencyName = member.Agency.Name,
                   MemberId = member.Id, JoinedAt = member.JoinedAt, DueOn = card == null ? null : card.ReviewDueOn,
                   ReviewedOn = card == null || !card.Reviewed ? null : card.ReviewedOn,
               };
    }

    /// <summary>Members whose review is due; in step with <see cref="ReviewCycle.On"/>.</summary>
    /// <param name="state">None: due or overdue.</param>
    internal static IQueryable<Member> WithReview(this IQueryable<Member> members, MembershipDb db, ReviewState? state, DateOnly today)
    {
        var present = members.Where(Member.TakesPart);
        var due = DueBy(present, db, today);
        var overdue = DueBy(present, db, today.AddDays(-ReviewCycle.DaysOfGrace - 1)).Select(member => member.Id);
        return state switch
        {
            ReviewState.Overdue => due.Where(member => overdue.Contains(member.Id)),
            ReviewState.Due => due.Where(member => !overdue.Contains(member.Id)),
            ReviewState.Current => present.Where(member => !due.Select(other => other.Id).Contains(member.Id)),
            _ => due,
        };
    }

    private static IQueryable<Member> DueBy(IQueryable<Member> members, MembershipDb db, DateOnly day)
    {
        var joinedBefore = JoinedBefore(day);
        return members.Where(member => db.MemberCards.Any(card => card.MemberId == member.Id && card.ReviewDueOn <= day)
            || (member.JoinedAt < joinedBefore && !db.MemberCards.Any(card => card.MemberId == member.Id)));
    }

    /// <summary>From when on whoever joined is not due by this day: months are of unequal length, so that one day may be that of several.</summary>
    private static DateTimeOffset JoinedBefore(DateOnly day)
    {
        var joined = day.AddMonths(-ReviewCycle.Months);
        while (ReviewCycle.DueAfter(joined) <= day) joined = joined.AddDays(1);
        return joined.Begins();
    }

    internal sealed class Row
    {
        public required string Hub { get; init; }
        public required Guid TaskForceId { get; init; }
        public required Guid AgencyId { get; init; }
        public required string AgencyName { get; init; }
        public required Guid MemberId { get; init; }
        public required DateTimeOffset JoinedAt { get; init; }

        /// <summary>None where there is no card.</summary>
        public required DateOnly? DueOn { get; init; }

        public required DateOnly? ReviewedOn { get; init; }

        public ReviewDue At(DateOnly today)
        {
            var due = DueOn ?? ReviewCycle.DueAfter(DateOnly.FromDateTime(JoinedAt.UtcDateTime));
            return new ReviewDue(TaskForceId, AgencyId, AgencyName, MemberId, ReviewCycle.On(today, due), due, ReviewedOn);
        }
    }
}
