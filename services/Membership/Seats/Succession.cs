namespace Membership.Seats;

/// <summary>Who follows whom in an agency's seats.</summary>
internal static class Succession
{
    /// <summary>The seat that ended last and that nobody has followed in yet; null where there is none.</summary>
    public static Seat? SeatToSucceed(IReadOnlyCollection<Seat> seats, bool asAlternate) => seats
        .Where(seat => seat.State == SeatState.Ended && (seat.AlternateForSeatId is not null) == asAlternate
            && seats.All(other => other.SucceedsSeatId != seat.Id))
        .MaxBy(seat => seat.EndedAt);
}
