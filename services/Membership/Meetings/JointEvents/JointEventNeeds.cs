using Membership.Members;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Membership.Meetings.JointEvents;

/// <summary>What it is asked by whether joint events can be published: who takes part in the task force, how long comments are open, and the time.</summary>
internal sealed record JointEventNeeds(IReadOnlySet<Guid> Members, TimeSpan ShortestCommentPeriod, DateTimeOffset Now)
{
    public IReadOnlyList<MissingForPublication> MissingIn(JointEvent jointEvent) => jointEvent.Missing(Members, ShortestCommentPeriod, Now);

    public JointEventView ViewOf(JointEvent jointEvent) => JointEventView.Of(jointEvent, this);
}

/// <summary>Reads them, for a request.</summary>
internal sealed class NeedsOfJointEvents(MembershipDb db, IOptions<JointEventSettings> settings, TimeProvider time)
{
    public TimeSpan ShortestCommentPeriod => settings.Value.ShortestCommentPeriod;

    public async Task<JointEventNeeds> ReadAsync(Guid taskForceId, CancellationToken cancellationToken)
    {
        var members = await db.Members.Where(Member.TakesPart).Where(member => member.TaskForceId == taskForceId)
            .Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
        return new(members, ShortestCommentPeriod, time.GetUtcNow());
    }
}
