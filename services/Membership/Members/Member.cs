using System.Linq.Expressions;
using Contracts;
using Contracts.Membership;
using Membership.Agencies;
using Membership.Seats;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>
/// An agency's membership of a task force, from its admission to its end. Its seats are taken and ended through it, so
/// that of two who change it at the same moment one is refused, and no seat outlives the membership.
/// </summary>
public sealed class Member : Entity
{
    /// <summary>Those who vote.</summary>
    public static readonly Expression<Func<Member, bool>> MayVote =
        member => member.LeftAt == null && member.SuspendedOn == null && !member.IsProvisional;

    /// <summary>Those who take part: provisional and active ones.</summary>
    public static readonly Expression<Func<Member, bool>> TakesPart = member => member.LeftAt == null && member.SuspendedOn == null;

    private readonly List<Seat> seats = [];

    private Member()
    {
    }

    protected override Guid RouteId => AgencyId;

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Agency Agency { get; private set; } = null!;
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Admitted, and not confirmed yet.</summary>
    public bool IsProvisional { get; private set; }

    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>When the membership ended, however it did.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public MemberEndReason? EndReason { get; private set; }

    /// <summary>How many seats are taken; a stored number, so that every seat taken or ended raises the version.</summary>
    public int ActiveSeats { get; private set; }

    public IReadOnlyList<Seat> Seats => seats;

    /// <summary>In step with <see cref="MemberQueries.In"/>.</summary>
    public MemberState State =>
        LeftAt is not null ? MemberState.Ended
        : SuspendedOn is not null ? MemberState.Suspended
        : IsProvisional ? MemberState.Provisional : MemberState.Active;

    /// <summary>Takes part in the task force: provisional or active.</summary>
    public bool IsPresent => State is MemberState.Provisional or MemberState.Active;

    /// <summary>Nobody sits for the agency.</summary>
    public bool Orphaned => IsPresent && ActiveSeats == 0;

    /// <summary>
    /// One person more gone, and nobody sits for the agency: all its seats are held by one person. Its active seats must
    /// be loaded; in step with <see cref="MemberQueries.DependentOnOnePerson"/>.
    /// </summary>
    public bool DependsOnOnePerson => IsPresent
        && seats.Where(seat => seat.State == SeatState.Active).Select(seat => seat.Person).Distinct().Count() == 1;

    /// <summary>Enters a founding member.</summary>
    public static Member Join(TaskForce taskForce, Agency agency, DateTimeOffset now) => Admit(taskForce, agency, provisional: false, now);

    public static Member Admit(TaskForce taskForce, Agency agency, bool provisional, DateTimeOffset now)
    {
        var member = new Member
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, AgencyId = agency.Id, Agency = agency, JoinedAt = now, IsProvisional = provisional,
        };
        member.Record(new AgencyJoined(taskForce.Id, agency.Id, now.Day()), taskForce.Hub, taskForce.Id);
        return member;
    }

    public void Activate()
    {
        Guard(MemberState.Provisional);
        IsProvisional = false;
    }

    /// <summary>Its access rests from now on; its seats stay.</summary>
    public void Suspend(DateTimeOffset now)
    {
        Guard(MemberState.Provisional, MemberState.Active);
        SuspendedOn = now.Day();
        Record(new AgencySuspended(TaskForceId, AgencyId, now.Day()), Hub, TaskForceId);
    }

    /// <summary>A member again, as it was before.</summary>
    public void Reinstate(DateTimeOffset now)
    {
        Guard(MemberState.Suspended);
        SuspendedOn = null;
        Record(new AgencyReinstated(TaskForceId, AgencyId, now.Day()), Hub, TaskForceId);
    }

    public Seat TakeSeat(SeatHolder holder, SeatDuties duties, Seat? alternateFor, DateTimeOffset now)
    {
        Guard(MemberState.Provisional, MemberState.Active);
        var succeeded = Succession.SeatToSucceed(seats, asAlternate: alternateFor is not null);
        var seat = Seat.Take(this, holder, duties, alternateFor?.Id, succeeded?.Id, now);
        // Whoever stood in for the one who is gone now stands in for the new one.
        if (alternateFor is null && succeeded is not null) AlternateOf(succeeded)?.StandInFor(seat);
        seats.Add(seat);
        ActiveSeats++;
        return seat;
    }

    public void EndSeat(Seat seat, SeatEndReason reason, DateTimeOffset now)
    {
        Guard(MemberState.Provisional, MemberState.Active, MemberState.Suspended);
        seat.End(reason, now);
        ActiveSeats--;
    }

    /// <summary>Who stands in for a seat, if anybody does.</summary>
    public Seat? AlternateOf(Seat seat) =>
        seats.FirstOrDefault(other => other.State == SeatState.Active && other.AlternateForSeatId == seat.Id);

    /// <summary>Ends the membership and with it its seats, which must be loaded.</summary>
    public void End(MemberEndReason reason, DateTimeOffset now)
    {
        Guard(MemberState.Provisional, MemberState.Active, MemberState.Suspended);
        foreach (var seat in seats.Where(seat => seat.State == SeatState.Active)) EndSeat(seat, SeatEndReason.AgencyLeft, now);
        (LeftAt, EndReason) = (now, reason);
        Record(new AgencyLeft(TaskForceId, AgencyId, now.Day()), Hub, TaskForceId);
    }

    private void Guard(params ReadOnlySpan<MemberState> allowed)
    {
        if (!allowed.Contains(State)) throw new InvalidOperationException($"The membership is {State}.");
    }
}
