using Contracts;
using ServiceDefaults.Access;

namespace Membership.Seats;

/// <summary>The person in a seat.</summary>
public sealed record PersonView(string Name, string? Title, string? Email);

/// <summary>That the person is a survivor, as that person chose to tell; to nobody else is there anything.</summary>
/// <param name="VisibleTo">Who sees it; told to the person alone.</param>
public sealed record SurvivorView(SurvivorVisibility? VisibleTo);

/// <summary>A seat.</summary>
/// <param name="Role">What the person does in the task force; for those who take part in it.</param>
/// <param name="Authority">What the person may settle for the agency without asking it first.</param>
/// <param name="TermOver">The term is over and the seat has not been ended yet.</param>
/// <param name="SuccessorCandidate">An alternate whose representative is gone.</param>
/// <param name="SucceedsSeatId">The ended seat whose work this one took over.</param>
/// <param name="Person">Only for those who work with the seat; for anybody else it is left out.</param>
/// <param name="Survivor">Only where the person recorded it and chose to show it to the reader.</param>
public sealed record SeatView(
    Guid Id, Guid TaskForceId, Guid AgencyId, SeatState State, Involvement Involvement, bool InCoreGroup, string? Role,
    DecisionAuthority? Authority, DateOnly TakenOn, DateOnly? TermStartsOn, DateOnly? TermEndsOn, bool TermOver, Guid? AlternateForSeatId,
    bool SuccessorCandidate, Guid? SucceedsSeatId, DateOnly? EndedOn, SeatEndReason? EndReason, PersonView? Person, SurvivorView? Survivor)
{
    /// <param name="survivors">Those that the caller may see: see <see cref="SurvivorAccess"/>.</param>
    internal static SeatView Of(Seat seat, Caller caller, DateTimeOffset now, IReadOnlyDictionary<Guid, SurvivorView>? survivors = null)
    {
        var maySeePerson = caller.MaySeePerson(seat);
        return new(
            seat.Id, seat.TaskForceId, seat.AgencyId, seat.State, seat.Involvement, seat.InCoreGroup,
            maySeePerson || caller.TaskForceId == seat.TaskForceId ? seat.Role : null, seat.Authority,
            seat.TakenAt.Day(), seat.TermStartsOn, seat.TermEndsOn, seat.State == SeatState.Active && seat.TermEndsOn < now.Day(),
            seat.AlternateForSeatId, seat.IsSuccessorCandidate, seat.SucceedsSeatId, seat.EndedAt?.Day(), seat.EndReason,
            maySeePerson ? new PersonView(seat.PersonName, seat.PersonTitle, seat.PersonEmail) : null,
            survivors?.GetValueOrDefault(seat.Id));
    }
}
