namespace Membership.Protocols.Steps;

/// <summary>
/// One step of a response: when it applies, who is called in what order, what may be told them, and what comes next.
/// Its key stays the same from version to version, so that one can say whose step changed.
/// </summary>
public sealed class ResponseStep
{
    public const int TitleLength = 120;
    public const string KeyPattern = "^[a-z][a-z0-9-]{0,29}$";

    private readonly List<StepContact> contacts = [];

    private ResponseStep()
    {
    }

    public Guid Id { get; private set; }
    public Guid VersionId { get; private set; }
    public string Key { get; private set; } = "";
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
    public StepConditions When { get; private set; } = null!;
    public IReadOnlyList<SharedInformation> MayShare { get; private set; } = [];
    public int? WithinMinutes { get; private set; }
    public HoursNeeded Hours { get; private set; }
    public IReadOnlyList<NamedHours> NamedHours { get; private set; } = [];
    public IReadOnlyList<NextStep> Next { get; private set; } = [];

    /// <summary>Unordered as they come from the database: <see cref="InOrder"/> begins with the primary.</summary>
    public IReadOnlyList<StepContact> Contacts => contacts;

    public IEnumerable<StepContact> InOrder() => contacts.OrderBy(contact => contact.Place);

    internal static ResponseStep Of(ProtocolVersion version, int position, StepContent content, IEnumerable<(Guid AgencyId, Guid? SeatId)> called)
    {
        var step = new ResponseStep
        {
            Id = ServiceDefaults.Storage.Entity.NewId(), VersionId = version.Id, Position = position, Key = content.Key, Title = content.Title,
            When = content.When, MayShare = content.MayShare, WithinMinutes = content.WithinMinutes, Hours = content.Hours,
            NamedHours = content.NamedHours, Next = content.Next,
        };
        step.contacts.AddRange(called.Select((who, place) => StepContact.Of(version, step, place, who.AgencyId, who.SeatId)));
        return step;
    }

    internal ResponseStep CopyTo(ProtocolVersion version) =>
        Of(version, Position, Content, InOrder().Select(contact => (contact.AgencyId, contact.SeatId)));

    /// <summary>Everything of it but its place among the others and whom it calls.</summary>
    internal StepContent Content => new(Key, Title, When, MayShare, WithinMinutes, Hours, NamedHours, Next);

    /// <summary>Whether somebody who knew the one knows the other.</summary>
    internal bool IsSameAs(ResponseStep other) =>
        Key == other.Key && Title == other.Title && When.IsSameAs(other.When) && WithinMinutes == other.WithinMinutes && Hours == other.Hours
        && MayShare.Order().SequenceEqual(other.MayShare.Order()) && NamedHours.SequenceEqual(other.NamedHours) && Next.SequenceEqual(other.Next)
        && InOrder().Select(contact => (contact.AgencyId, contact.SeatId)).SequenceEqual(other.InOrder().Select(contact => (contact.AgencyId, contact.SeatId)));
}

/// <summary>What a step says, without whom it calls.</summary>
internal sealed record StepContent(
    string Key, string Title, StepConditions When, IReadOnlyList<SharedInformation> MayShare, int? WithinMinutes, HoursNeeded Hours,
    IReadOnlyList<NamedHours> NamedHours, IReadOnlyList<NextStep> Next);
