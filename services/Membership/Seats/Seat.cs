using Contracts;
using Contracts.Membership;
using Membership.Members;
using ServiceDefaults.Storage;

namespace Membership.Seats;

/// <summary>Taken, or ended for good.</summary>
public enum SeatState { Active, Ended }

/// <summary>The person in a seat: stays in this service, and is shown only to whom <see cref="SeatAccess"/> allows.</summary>
public sealed record SeatHolder(string Name, string? Title, string? Email);

/// <summary>
/// A representative's place in a task force, or that of an alternate for one. It is one person's: somebody else takes
/// a seat of their own, so that access, responsibilities and orientation change hands where it is seen.
/// </summary>
public sealed class Seat : Entity
{
    public const int RoleLength = 300;

    private readonly List<SeatNameWord> nameWords = [];

    private Seat()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid MemberId { get; private set; }
    public string PersonName { get; private set; } = "";
    public string? PersonTitle { get; private set; }
    public string? PersonEmail { get; private set; }
    public Involvement Involvement { get; private set; }

    /// <summary>What the person does in the task force, in its own words. Stays here.</summary>
    public string? Role { get; private set; }

    public DecisionAuthority? Authority { get; private set; }
    public DateOnly? TermStartsOn { get; private set; }
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Of those few who steer the task force.</summary>
    public bool InCoreGroup { get; private set; }

    public Guid? AlternateForSeatId { get; private set; }
    public Seat? AlternateFor { get; private set; }

    /// <summary>The ended seat whose work this one took over.</summary>
    public Guid? SucceedsSeatId { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public SeatEndReason? EndReason { get; private set; }

    /// <summary>The person's name, as it is searched for.</summary>
    public IReadOnlyList<SeatNameWord> NameWords => nameWords;

    /// <summary>Whoever it is, the same in every seat: by the address where there is one, or else by name. Stays here.</summary>
    public string Person => (PersonEmail ?? PersonName).ToLowerInvariant();

    public SeatState State => EndedAt is null ? SeatState.Active : SeatState.Ended;

    /// <summary>An alternate whose representative is gone. <see cref="AlternateFor"/> must be loaded.</summary>
    public bool IsSuccessorCandidate => State == SeatState.Active && AlternateFor?.State == SeatState.Ended;

    internal static Seat Take(
        Member member, SeatHolder holder, SeatDuties duties, Guid? alternateForSeatId, Guid? succeedsSeatId, DateTimeOffset now)
    {
        var seat = new Seat
        {
            Hub = member.Hub,
            TaskForceId = member.TaskForceId,
            AgencyId = member.AgencyId,
            MemberId = member.Id,
            PersonName = holder.Name,
            PersonTitle = holder.Title,
            PersonEmail = holder.Email,
            AlternateForSeatId = alternateForSeatId,
            SucceedsSeatId = succeedsSeatId,
            TakenAt = now,
        };
        seat.nameWords.AddRange(Agencies.NameWords.Of(seat.PersonName)
            .Select(word => new SeatNameWord(seat.Id, seat.Hub, word)));
        seat.Take(duties);
        seat.Record(
            new SeatTaken(seat.Id, seat.AgencyId, seat.TaskForceId, duties.Involvement, alternateForSeatId), seat.Hub, seat.TaskForceId);
        return seat;
    }

    /// <summary>Says anew how the same person sits and is reached.</summary>
    public void Change(string? title, string? email, SeatDuties duties)
    {
        Guard();
        (PersonTitle, PersonEmail) = (title, email);
        Take(duties);
    }

    /// <summary>The alternate becomes the representative, whose place is empty.</summary>
    public void Succeed()
    {
        Guard();
        if (!IsSuccessorCandidate) throw new InvalidOperationException("There is nobody to succeed.");

        (SucceedsSeatId, AlternateForSeatId, AlternateFor) = (AlternateForSeatId, null, null);
    }

    internal void StandInFor(Seat representative)
    {
        Guard();
        (AlternateForSeatId, AlternateFor) = (representative.Id, representative);
    }

    internal void End(SeatEndReason reason, DateTimeOffset now)
    {
        Guard();
        (EndedAt, EndReason) = (now, reason);
        Record(new SeatEnded(Id, AgencyId, TaskForceId, reason, now.Day()), Hub, TaskForceId);
    }

    private void Take(SeatDuties duties) =>
        (Involvement, Role, Authority, InCoreGroup, TermStartsOn, TermEndsOn) =
        (duties.Involvement, duties.Role, duties.Authority, duties.InCoreGroup, duties.TermStartsOn, duties.TermEndsOn);

    private void Guard()
    {
        if (State == SeatState.Ended) throw new InvalidOperationException("The seat has ended.");
    }
}
