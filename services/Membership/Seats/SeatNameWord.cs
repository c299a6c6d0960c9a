namespace Membership.Seats;

/// <summary>A word of the name of the person in a seat, as it is searched for by those who may see the person.</summary>
public sealed class SeatNameWord(Guid seatId, string hub, string word)
{
    public Guid SeatId { get; private set; } = seatId;
    public string Hub { get; private set; } = hub;
    public string Word { get; private set; } = word;
}
