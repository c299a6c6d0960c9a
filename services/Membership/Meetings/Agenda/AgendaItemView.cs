namespace Membership.Meetings.Agenda;

/// <summary>An item of an agenda.</summary>
/// <param name="Place">In the order of which the agenda is gone through.</param>
/// <param name="NeedsSponsor">Whoever was to speak has left, and nobody stood in.</param>
/// <param name="ActionItemId">The action item that is followed up.</param>
/// <param name="ReviewedAgencyId">The agency whose role and limits are reviewed.</param>
public sealed record AgendaItemView(
    Guid Id, Guid MeetingId, int Place, string Title, AgendaItemKind Kind, int? Minutes, Guid? ProposedByAgencyId, Guid? SponsorAgencyId,
    Guid? SponsorSeatId, bool NeedsSponsor, string? CourseTitle, Guid? ActionItemId, Guid? ReviewedAgencyId)
{
    internal static AgendaItemView Of(AgendaItem item) => new(
        item.Id, item.MeetingId, item.Place, item.Title, item.Kind, item.Minutes, item.ProposedByAgencyId, item.SponsorAgencyId, item.SponsorSeatId,
        item.NeedsSponsor, item.CourseTitle, item.ActionItemId, item.ReviewedAgencyId);
}
