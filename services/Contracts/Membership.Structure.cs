namespace Contracts.Membership;

/// <summary>Who holds a position changed: taken, passed on, acted for or vacant.</summary>
/// <param name="AgencyId">The holder's agency; none where the position is vacant.</param>
public sealed record LeadershipChanged(Guid TaskForceId, LeadershipPositionKind Position, Guid? AgencyId, DateOnly ChangedOn) : IEvent;

/// <summary>A difference between agencies was logged: of what kind, and nothing else of it leaves the core group.</summary>
public sealed record DifferenceLogged(Guid TaskForceId, DifferenceKind Kind, DateOnly LoggedOn) : IEvent;

/// <summary>A difference was closed: how, and nothing else of it.</summary>
public sealed record DifferenceClosed(Guid TaskForceId, DifferenceKind Kind, DifferenceOutcome Outcome, DateOnly ClosedOn) : IEvent;
