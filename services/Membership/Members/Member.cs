using Membership.TaskForces;
using System.Linq.Expressions;
using Contracts;
using Contracts.Membership;
using Membership.Agencies;
using Membership.Seats;
using ServiceDefaults.Storage;

namespace Membership.Members;

public enum MemberState { Active, Left }

/// <summary>
/// An agency's membership of a task force, from joining to leaving. Its seats are taken and ended through it, so that
/// of two who change it at the same moment one is refused, and no seat outlives the membership.
/// </summary>
public sealed class Member : Entity
{
    private readonly List<Seat> seats = [];

    private Member()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Agency Agency { get; private set; } = null!;
    public DateTimeOffset JoinedAt { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>How many seats are taken; a stored number, so that every seat taken or ended raises the version.</summary>
    public int ActiveSeats { get; private set; }

    public IReadOnlyList<Seat> Seats => seats;

    /// <summary>Nobody sits for the agency.</summary>
    public bool Orphaned => State == MemberState.Active && ActiveSeats == 0;

    /// <summary>One person more gone, and nobody sits for the agency.</summary>
    public bool DependsOnOnePerson => State == MemberState.Active && ActiveSeats == 1;

    /// <summary>Those who vote.</summary>
    public static readonly Expression<Func<Member, bool>> MayVote = member => member.LeftAt == null;

    public MemberState State => LeftAt is null ? MemberState.Active : MemberState.Left;

    public static Member Join(TaskForce taskForce, Agency agency, DateTimeOffset now)
    {
        var member = new Member { Hub = taskForce.Hub, TaskForceId = taskForce.Id, AgencyId = agency.Id, Agency = agency, JoinedAt = now };
        member.Record(new AgencyJoined(taskForce.Id, agency.Id, Day(now)), taskForce.Hub, taskForce.Id);
        return member;
    }

    public Seat TakeSeat(
        SeatHolder holder, Involvement involvement, bool inCoreGroup, DateOnly? termEndsOn, Seat? alternateFor, DateTimeOffset now)
    {
        Guard();
        var seat = Seat.Take(this, holder, involvement, inCoreGroup, termEndsOn, alternateFor?.Id, now);
        seats.Add(seat);
        ActiveSeats++;
        return seat;
    }

    public void EndSeat(Seat seat, SeatEndReason reason, DateTimeOffset now)
    {
        Guard();
        seat.End(reason, now);
        ActiveSeats--;
    }

    /// <summary>Who stands in for a seat, if anybody does.</summary>
    public Seat? AlternateOf(Seat seat) =>
        seats.FirstOrDefault(other => other.State == SeatState.Active && other.AlternateForSeatId == seat.Id);

    /// <summary>Ends the membership and with it its seats, which must be loaded.</summary>
    public void Leave(DateTimeOffset now)
    {
        Guard();
        foreach (var seat in seats.Where(seat => seat.State == SeatState.Active)) EndSeat(seat, SeatEndReason.AgencyLeft, now);
        LeftAt = now;
        Record(new AgencyLeft(TaskForceId, AgencyId, Day(now)), Hub, TaskForceId);
    }

    private void Guard()
    {
        if (State == MemberState.Left) throw new InvalidOperationException("The agency has left the task force.");
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
