namespace Membership.Tests.Meetings;

/// <summary>A Membership of its own, whose clock is moved over the end of a comment period and back again.</summary>
public sealed class MeetingService : MembershipService
{
    public new const string Name = "Meetings";

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(4);

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["JointEvents:ShortestCommentPeriod"] = "00:00:30",
    };

    /// <summary>The end of a comment period that begins now.</summary>
    public DateTimeOffset Soon => Time.GetUtcNow() + Period;

    /// <summary>Does something after the period; tokens outlive it.</summary>
    public Task AfterwardsAsync(Func<Task> what) => MovedAsync(Later, what);

    /// <summary>From within that: does something as if the period had not begun. Whoever does it has a token from before.</summary>
    public Task BeforehandAsync(Func<Task> what) => MovedAsync(-Later, what);

    private async Task MovedAsync(TimeSpan by, Func<Task> what)
    {
        Time.Move(by);
        try
        {
            await what();
        }
        finally
        {
            Time.Move(-by);
        }
    }
}

/// <summary>Tests that move the clock share one service, and run one after the other.</summary>
[CollectionDefinition(MeetingService.Name)]
public sealed class MeetingsOnSqlite : ICollectionFixture<MeetingService>;
