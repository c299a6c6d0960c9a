using Membership.Agencies.Reviews;
using Membership.Meetings.ActionItems;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Meetings.Agenda;

/// <summary>What the platform proposes for an agenda, because it is due.</summary>
/// <param name="ActionItemId">The action item to follow up.</param>
/// <param name="ReviewedAgencyId">The agency whose role and limits are to be reviewed.</param>
public sealed record ProposedItem(
    AgendaItemKind Kind, string Title, Guid? SponsorAgencyId, Guid? SponsorSeatId, Guid? ActionItemId, Guid? ReviewedAgencyId);

internal static class ProposedItems
{
    /// <summary>More than any meeting gets through.</summary>
    private const int Most = 50;

    /// <summary>What will be due on the meeting's day and is not on its agenda yet, of the agencies that are invited.</summary>
    public static async Task<IReadOnlyList<ProposedItem>> ProposedForAsync(
        this MembershipDb db, Meeting meeting, CancellationToken cancellationToken)
    {
        var onAgenda = db.AgendaItems.Where(item => item.MeetingId == meeting.Id);
        var invited = meeting.Invitations.Select(invitation => invitation.AgencyId).ToList();
        var reviewed = await onAgenda.Select(there => there.ReviewedAgencyId).ToListAsync(cancellationToken);
        // A committee reviews nobody's role in the task force.
        var reviews = meeting.CommitteeId is null ? await db.OverdueReviewsAsync(meeting.TaskForceId, meeting.On, cancellationToken) : [];
        return
        [
            .. await db.FollowUpsAsync(meeting, cancellationToken),
            .. reviews.Where(review => review.State == ReviewState.Overdue && !reviewed.Contains(review.AgencyId))
                .Where(review => meeting.InvitesAll || invited.Contains(review.AgencyId)).Take(Most).Select(Review),
        ];
    }

    /// <summary>Puts on the agenda what is due.</summary>
    public static async Task ProposeDueAsync(this MembershipDb db, Meeting meeting, CancellationToken cancellationToken) =>
        db.Put(meeting, await db.ProposedForAsync(meeting, cancellationToken));

    /// <summary>A meeting without an agenda of its own follows up all the same what was to be done by then.</summary>
    public static async Task FollowUpAsync(this MembershipDb db, Meeting meeting, CancellationToken cancellationToken) =>
        db.Put(meeting, await db.FollowUpsAsync(meeting, cancellationToken));

    private static void Put(this MembershipDb db, Meeting meeting, IEnumerable<ProposedItem> proposed)
    {
        foreach (var due in proposed)
        {
            var content = new AgendaContent(due.Title, due.Kind, null, due.SponsorAgencyId, due.SponsorSeatId, null);
            if (AgendaItem.Put(meeting, content, null, due.ActionItemId, due.ReviewedAgencyId) is { } item) db.AgendaItems.Add(item);
        }
    }

    /// <summary>What was taken on and is due by the meeting's day; not what was agreed on only after it.</summary>
    private static async Task<IEnumerable<ProposedItem>> FollowUpsAsync(this MembershipDb db, Meeting meeting, CancellationToken cancellationToken)
    {
        var onAgenda = db.AgendaItems.Where(item => item.MeetingId == meeting.Id);
        var invited = meeting.Invitations.Select(invitation => invitation.AgencyId).ToList();
        var due = await db.ActionItems.AsNoTracking()
            .Where(item => item.TaskForceId == meeting.TaskForceId && item.State == ActionItemState.Open
                && item.DueOn <= meeting.On && item.AssignedOn <= meeting.On)
            .Where(item => !onAgenda.Any(there => there.ActionItemId == item.Id))
            .Where(item => meeting.InvitesAll || invited.Contains(item.OwnerAgencyId))
            .OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(Most).ToListAsync(cancellationToken);
        return due.Select(FollowUp);
    }

    private static ProposedItem FollowUp(ActionItem item) => new(
        AgendaItemKind.FollowUp, Short($"Follow-up: {item.Title}"), item.OwnerAgencyId, item.OwnerSeatId, item.Id, null);

    private static ProposedItem Review(ReviewDue review) => new(
        AgendaItemKind.Review, Short($"Review of role and limits: {review.AgencyName}"), review.AgencyId, null, null, review.AgencyId);

    private static string Short(string title) => title.Length <= AgendaItem.TitleLength ? title : $"{title[..(AgendaItem.TitleLength - 1)]}…";
}
