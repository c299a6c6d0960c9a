using Contracts.Membership;
using Membership.Seats;
using ServiceDefaults.Storage;

namespace Membership.Handovers;

/// <summary>Whether somebody new has been shown how things are done; ended where the seat ended first.</summary>
public enum OrientationState { Open, Completed, Ended }

/// <summary>
/// What somebody who took over a seat is to be shown, ticked off one by one. Until all of it is, the agency's contact is
/// new to those who work with it.
/// </summary>
public sealed class Orientation : Entity
{
    public const int MostItems = 100;

    private readonly List<OrientationItem> items = [];

    private Orientation()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid SeatId { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public DateOnly? CompletedOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Raised with each change, so that a change of the items alone raises the version too.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<OrientationItem> Items => items;

    public OrientationState State =>
        EndedOn is not null ? OrientationState.Ended : CompletedOn is not null ? OrientationState.Completed : OrientationState.Open;

    internal static Orientation Open(Seat seat, IEnumerable<(OrientationTopic Topic, Guid? AboutId)> topics, DateTimeOffset now)
    {
        var orientation = new Orientation
        {
            Hub = seat.Hub, TaskForceId = seat.TaskForceId, AgencyId = seat.AgencyId, SeatId = seat.Id, OpenedOn = now.Day(),
        };
        foreach (var (topic, aboutId) in topics) orientation.Show(topic, aboutId);
        orientation.RecordOpened(seat, now);
        return orientation;
    }

    /// <summary>
    /// An alternate who is still being shown things becomes the representative: they go on with what came with it, and now
    /// it is the agency's contact.
    /// </summary>
    internal void GoOnAsRepresentative(Seat seat, IEnumerable<(OrientationTopic Topic, Guid? AboutId)> duties, DateTimeOffset now)
    {
        Guard();
        foreach (var (topic, aboutId) in duties) Show(topic, aboutId);
        RecordOpened(seat, now);
    }

    public OrientationItem Add(string text)
    {
        Guard();
        var item = new OrientationItem(items.Max(item => item.Number) + 1, OrientationTopic.Other, aboutId: null, text);
        items.Add(item);
        return item;
    }

    public void Describe(OrientationItem item, string text)
    {
        Guard();
        item.Describe(text);
    }

    /// <summary>Ticks an item off; with the last one the orientation is complete.</summary>
    public void TickOff(OrientationItem item, DateOnly doneOn, string bySubject, Guid? bySeatId, DateTimeOffset now)
    {
        Guard();
        item.TickOff(doneOn, bySubject, bySeatId);
        if (items.Any(open => open.DoneOn is null)) return;

        CompletedOn = now.Day();
        Record(new OrientationCompleted(SeatId, AgencyId, TaskForceId, now.Day()), Hub, TaskForceId);
    }

    /// <summary>The seat ended before all was shown.</summary>
    internal void End(DateTimeOffset now)
    {
        Guard();
        EndedOn = now.Day();
    }

    /// <summary>Once each, as long as there is room.</summary>
    private void Show(OrientationTopic topic, Guid? aboutId)
    {
        if (items.Count < MostItems && !items.Any(item => item.Topic == topic && item.AboutId == aboutId))
            items.Add(new OrientationItem(items.Select(item => item.Number).DefaultIfEmpty().Max() + 1, topic, aboutId, text: null));
    }

    private void RecordOpened(Seat seat, DateTimeOffset now) =>
        Record(new OrientationOpened(SeatId, AgencyId, TaskForceId, seat.AlternateForSeatId, now.Day()), Hub, TaskForceId);

    private void Guard()
    {
        if (State != OrientationState.Open) throw new InvalidOperationException($"The orientation is {State}.");

        Changes++;
    }
}
