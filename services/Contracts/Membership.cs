namespace Contracts.Membership;

/// <summary>A region joined the platform. In the stream of hub <c>platform</c>.</summary>
public sealed record HubEstablished(string HubCode, string HubName) : IEvent;

/// <summary>A task force was formed in a hub.</summary>
public sealed record TaskForceFormed(Guid TaskForceId, string HubCode, string TaskForceName, Formality Formality, TaskForceModel Model) : IEvent;

/// <summary>A task force goes by another name, or works more or less formally than before.</summary>
public sealed record TaskForceChanged(Guid TaskForceId, string HubCode, string TaskForceName, Formality Formality, TaskForceModel Model) : IEvent;

/// <summary>An agency was entered in a hub's directory, or its entry there was replaced by an import.</summary>
public sealed record AgencyListed(Guid AgencyId, string HubCode, string AgencyName, AgencyType AgencyType, AgencyClass AgencyClass) : IEvent;

/// <summary>An agency became a member of a task force.</summary>
public sealed record AgencyJoined(Guid TaskForceId, Guid AgencyId, DateOnly JoinedOn) : IEvent;

/// <summary>An agency's membership of a task force ended: its open referrals must find another way.</summary>
public sealed record AgencyLeft(Guid TaskForceId, Guid AgencyId, DateOnly LeftOn) : IEvent;

/// <summary>An agency's membership of a task force rests: its access stops, and its open referrals must find another way.</summary>
public sealed record AgencySuspended(Guid TaskForceId, Guid AgencyId, DateOnly SuspendedOn) : IEvent;

/// <summary>A suspended agency is a member again: new tokens of its people are accepted.</summary>
public sealed record AgencyReinstated(Guid TaskForceId, Guid AgencyId, DateOnly ReinstatedOn) : IEvent;

/// <summary>A representative took a seat. The person's name stays in Membership.</summary>
public sealed record SeatTaken(Guid SeatId, Guid AgencyId, Guid TaskForceId, Involvement Involvement, Guid? AlternateForSeatId) : IEvent;

/// <summary>A seat ended: every service refuses its tokens within a minute.</summary>
public sealed record SeatEnded(Guid SeatId, Guid AgencyId, Guid TaskForceId, SeatEndReason Reason, DateOnly EndedOn) : IEvent;

/// <summary>Somebody took over a seat of an agency and is being shown how things are done: its contact is new.</summary>
/// <param name="AlternateForSeatId">The representative for whom this person only stands in; the agency's contact is another then.</param>
public sealed record OrientationOpened(Guid SeatId, Guid AgencyId, Guid TaskForceId, Guid? AlternateForSeatId, DateOnly OpenedOn) : IEvent;

/// <summary>Whoever took over a seat has been shown all of it.</summary>
public sealed record OrientationCompleted(Guid SeatId, Guid AgencyId, Guid TaskForceId, DateOnly CompletedOn) : IEvent;

/// <summary>A task force decided something; who said what stays in Membership.</summary>
public sealed record DecisionTaken(
    Guid TaskForceId, Guid DecisionId, DecisionAbout About, DecisionMethod Method, DecisionResult Result, DateOnly DecidedOn, Guid? MeetingId) : IEvent;

/// <summary>A gentle reminder is due: an agency's system may put it into words and send it.</summary>
/// <param name="AgencyId">Whom it reminds; none where it is the coordinator.</param>
/// <param name="Step">Which of several for the same date, such as 90, 60 or 30 days before it.</param>
public sealed record ReminderRaised(
    Guid ReminderId, Guid TaskForceId, Guid? AgencyId, Guid? SeatId, ReminderKind Kind, Guid SubjectId, int Step, DateOnly DueOn) : IEvent;

/// <summary>A task force reached what it had set itself.</summary>
public sealed record MilestoneReached(Guid TaskForceId, Guid MilestoneId, DateOnly ReachedOn) : IEvent;
