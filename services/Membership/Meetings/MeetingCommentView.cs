using System.ComponentModel.DataAnnotations;

namespace Membership.Meetings;

/// <summary>What an invited agency said.</summary>
/// <param name="MinutesNumber">The text of the minutes that it is about.</param>
public sealed record MeetingCommentView(Guid Id, Guid? AgendaItemId, int? MinutesNumber, Guid AgencyId, Guid? SeatId, string Text, DateTimeOffset MadeAt)
{
    internal static MeetingCommentView Of(MeetingComment comment) => new(
        comment.Id, comment.AgendaItemId, comment.MinutesNumber, comment.AgencyId, comment.SeatId, comment.Text, comment.MadeAt);
}

/// <summary>A comment. Nothing about a case or a person served.</summary>
public sealed record NewComment([property: Required, PlainText(Lines = true), StringLength(MeetingComment.TextLength)] string Text);
