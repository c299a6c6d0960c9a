using Contracts;
using Contracts.Membership;
using Membership.Seats;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

/// <summary>Acting: an alternate, until somebody is chosen. Vacant: the position waits for somebody.</summary>
public enum PositionState { Held, Acting, Vacant, Ended }

/// <summary>Why a position ended with its holder, or a vacancy with its being filled.</summary>
public enum PositionEndReason { TermEnded, SteppedDown, Removed, PassedOn, SeatEnded, Filled }

/// <summary>Who held a position from when to when; a vacancy is a row of its own. Never changed once it ended: the history.</summary>
public sealed class LeadershipPosition : Entity
{
    private LeadershipPosition()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public LeadershipPositionKind Kind { get; private set; }

    /// <summary>None while it is vacant.</summary>
    public Guid? SeatId { get; private set; }

    public Guid? AgencyId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Which term in a row it is; 0 for acting and vacant: standing in is no term.</summary>
    public int Term { get; private set; }

    public bool Acting { get; private set; }
    public Guid? DecisionId { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public PositionEndReason? EndReason { get; private set; }

    /// <summary>What only one may hold at a time, unique among what has not ended; the database decides between two.</summary>
    public string? Holding { get; private set; }

    public PositionState State =>
        EndedOn is not null ? PositionState.Ended : SeatId is null ? PositionState.Vacant : Acting ? PositionState.Acting : PositionState.Held;

    internal static LeadershipPosition Take(Seat seat, LeadershipPositionKind kind, DateOnly from, DateOnly? termEndsOn, int term, Guid? decisionId) =>
        For(seat.Hub, seat.TaskForceId, kind, seat, from, termEndsOn, term, decisionId);

    /// <summary>By an alternate or whoever was asked to stand in, to the end of the term that was begun.</summary>
    internal static LeadershipPosition ActFor(LeadershipPosition left, Seat seat, DateOnly from)
    {
        var position = For(seat.Hub, seat.TaskForceId, left.Kind, seat, from, left.TermEndsOn, 0, null);
        position.Acting = true;
        return position;
    }

    internal static LeadershipPosition Vacate(LeadershipPosition left, DateOnly from) =>
        For(left.Hub, left.TaskForceId, left.Kind, null, from, left.TermEndsOn, 0, null);

    /// <summary>False, and nothing changes, where it has ended.</summary>
    public bool End(PositionEndReason reason, DateOnly on)
    {
        if (EndedOn is not null) return false;

        (EndedOn, EndReason, Holding) = (on < From ? From : on, reason, null);
        return true;
    }

    private static LeadershipPosition For(
        string hub, Guid taskForceId, LeadershipPositionKind kind, Seat? seat, DateOnly from, DateOnly? termEndsOn, int term, Guid? decisionId)
    {
        var position = new LeadershipPosition
        {
            Hub = hub, TaskForceId = taskForceId, Kind = kind, SeatId = seat?.Id, AgencyId = seat?.AgencyId, From = from,
            TermEndsOn = termEndsOn, Term = term, DecisionId = decisionId,
        };
        position.Holding = ModelRule.IsSole(kind) ? $"{kind}" : $"{kind}:{seat?.Id ?? position.Id:N}";
        position.Record(new LeadershipChanged(taskForceId, kind, seat?.AgencyId, from), hub, taskForceId);
        return position;
    }
}
