using Contracts;
using Contracts.Membership;
using Membership.Members;
using ServiceDefaults.Storage;

namespace Membership.Seats;

public enum SeatState { Active, Ended }

/// <summary>The person in a seat: stays in this service, and is shown only to whom <see cref="SeatAccess"/> allows.</summary>
public sealed record SeatHolder(string Name, string? Title, string? Email);

/// <summary>A representative's place in a task force, or that of an alternate for one.</summary>
public sealed class Seat : Entity
{
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
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Of those few who steer the task force.</summary>
    public bool InCoreGroup { get; private set; }

    public Guid? AlternateForSeatId { get; private set; }
    public Seat? AlternateFor { get; private set; }
    public DateTimeOffset TakenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public SeatEndReason? EndReason { get; private set; }

    /// <summary>The person's name, as it is searched for.</summary>
    public IReadOnlyList<SeatNameWord> NameWords => nameWords;

    public SeatState State => EndedAt is null ? SeatState.Active : SeatState.Ended;

    /// <summary>An alternate whose representative is gone. <see cref="AlternateFor"/> must be loaded.</summary>
    public bool IsSuccessorCandidate => State == SeatState.Active && AlternateFor?.State == SeatState.Ended;

    internal static Seat Take(
        Member member, SeatHolder holder, Involvement involvement, bool inCoreGroup, DateOnly? termEndsOn, Guid? alternateForSeatId, DateTimeOffset now)
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
            Involvement = involvement,
            InCoreGroup = inCoreGroup,
            TermEndsOn = termEndsOn,
            AlternateForSeatId = alternateForSeatId,
            TakenAt = now,
        };
        seat.nameWords.AddRange(Agencies.NameWords.Of(seat.PersonName)
            .Select(word => new SeatNameWord(seat.Id, seat.Hub, seat.TaskForceId, seat.AgencyId, word)));
        seat.Record(new SeatTaken(seat.Id, seat.AgencyId, seat.TaskForceId, involvement, alternateForSeatId), seat.Hub, seat.TaskForceId);
        return seat;
    }

    internal void End(SeatEndReason reason, DateTimeOffset now)
    {
        if (State == SeatState.Ended) throw new InvalidOperationException("The seat has ended.");

        (EndedAt, EndReason) = (now, reason);
        var endedOn = DateOnly.FromDateTime(now.UtcDateTime);
        Record(new SeatEnded(Id, AgencyId, TaskForceId, reason, endedOn), Hub, TaskForceId);
    }
}
