using ServiceDefaults.Storage;

namespace Membership.Handovers;

/// <summary>What somebody new is to be shown.</summary>
public enum OrientationTopic
{
    /// <summary>What the person does here and may settle.</summary>
    Role,

    /// <summary>A protocol in force that names the seat or the agency as such: to be read and acknowledged.</summary>
    Protocol,

    /// <summary>A position in the leadership that comes with the seat: held now, or waiting for somebody since the one before went.</summary>
    Position,

    /// <summary>A committee's chair, likewise.</summary>
    CommitteeChair,

    /// <summary>A committee or work group in which the person sits for the agency, or in which nobody by name does.</summary>
    Committee,

    /// <summary>The courses that are due.</summary>
    Courses,

    /// <summary>Somebody to meet: of the core group, or a chair.</summary>
    Person,

    /// <summary>A shift or a visit along with somebody who knows the work.</summary>
    RideAlong,

    /// <summary>What the coordinator added.</summary>
    Other,
}

/// <summary>One thing to be shown to somebody new.</summary>
public sealed class OrientationItem
{
    public const int TextLength = 500;

    private OrientationItem()
    {
    }

    internal OrientationItem(int number, OrientationTopic topic, Guid? aboutId, string? text) =>
        (Number, Topic, AboutId, Text) = (number, topic, aboutId, text);

    public Guid Id { get; private set; } = Entity.NewId();
    public int Number { get; private set; }
    public OrientationTopic Topic { get; private set; }

    /// <summary>The protocol, position or committee, or the seat of whom to meet.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>In the coordinator's words. Stays here.</summary>
    public string? Text { get; private set; }

    public DateOnly? DoneOn { get; private set; }
    public string? DoneBySubject { get; private set; }
    public Guid? DoneBySeatId { get; private set; }

    internal void Describe(string text) => Text = text;

    internal void TickOff(DateOnly doneOn, string bySubject, Guid? bySeatId)
    {
        if (DoneOn is not null) throw new InvalidOperationException("It is ticked off already.");

        (DoneOn, DoneBySubject, DoneBySeatId) = (doneOn, bySubject, bySeatId);
    }
}
