namespace Membership.Meetings.ActionItems;

/// <summary>What an agency took on.</summary>
/// <param name="OwnerSeatId">Who took it on there.</param>
/// <param name="NeedsOwner">Whoever took it on has left, and nobody stood in: the agency must name somebody.</param>
/// <param name="AssignedOn">Since when it is its present owner's.</param>
/// <param name="MeetingId">The meeting that it comes from.</param>
/// <param name="Overdue">Still open after its day.</param>
/// <param name="Reason">What was done, or why it was dropped.</param>
public sealed record ActionItemView(
    Guid Id, Guid TaskForceId, string Title, Guid OwnerAgencyId, Guid? OwnerSeatId, bool NeedsOwner, DateOnly DueOn, DateOnly AssignedOn,
    Guid? MeetingId, Guid? AgendaItemId, ActionItemState State, bool Overdue, DateOnly? ClosedOn, string? Reason)
{
    internal static ActionItemView Of(ActionItem item, DateOnly today) => new(
        item.Id, item.TaskForceId, item.Title, item.OwnerAgencyId, item.OwnerSeatId, item.NeedsOwner, item.DueOn, item.AssignedOn, item.MeetingId,
        item.AgendaItemId, item.State, item.State == ActionItemState.Open && item.DueOn < today, item.ClosedOn, item.Reason);
}
