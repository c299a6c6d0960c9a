using Contracts;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Decisions;

/// <summary>What the subject of a decision says.</summary>
/// <param name="Revision">Raised with each change of it.</param>
/// <param name="Since">The day on which it was written.</param>
internal sealed record SubjectText(int Revision, DateOnly Since);

internal static class SubjectTexts
{
    /// <summary>As it is now; null where there is no such text, or where what is decided about is never edited.</summary>
    public static Task<SubjectText?> TextOfAsync(
        this MembershipDb db, Guid taskForceId, DecisionAbout about, Guid? subjectId, CancellationToken cancellationToken) => about switch
    {
        DecisionAbout.Protocol => db.ProtocolVersions.Where(version => version.Id == subjectId && version.TaskForceId == taskForceId)
            .Select(version => new SubjectText(version.Edits, version.EditedOn)).SingleOrDefaultAsync(cancellationToken),
        DecisionAbout.Other => (from meeting in db.Meetings
                                where meeting.Id == subjectId && meeting.TaskForceId == taskForceId
                                join minutes in db.MinutesTexts on new { MeetingId = meeting.Id, Number = meeting.MinutesNumber }
                                    equals new { minutes.MeetingId, minutes.Number }
                                select new SubjectText(minutes.Number, minutes.WrittenOn)).SingleOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<SubjectText?>(null),
    };
}
