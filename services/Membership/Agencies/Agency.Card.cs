using Contracts;
using Contracts.Membership;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;

namespace Membership.Agencies;

/// <summary>The card. Its verbs need all of it loaded (<see cref="CardQueries.WithCard"/>).</summary>
public sealed partial class Agency
{
    public const int TextLength = 2000;

    private readonly List<OfferedService> services = [];
    private readonly List<AgencyLanguage> languages = [];
    private readonly List<AgencyArea> areas = [];
    private readonly List<AgencyHours> hours = [];
    private readonly List<AgencyHoursException> hoursExceptions = [];
    private readonly List<AgencyPhone> phones = [];
    private readonly List<AgencyCapacity> capacities = [];

    /// <summary>What it does in general; what it does in a task force is another thing (<see cref="Reviews.MemberCard"/>).</summary>
    public string? Description { get; private set; }

    public string? Website { get; private set; }

    /// <summary>IANA; null until hours are given.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Null where nobody has said: then nobody is assumed on call.</summary>
    public AfterHours? AfterHours { get; private set; }

    /// <summary>How it is reached then, in its own words.</summary>
    public string? AfterHoursNote { get; private set; }

    /// <summary>A stored number, so that a change of any row of the card raises the version.</summary>
    public int CardRevision { get; private set; }

    public IReadOnlyList<OfferedService> Services => services;
    public IReadOnlyList<AgencyLanguage> Languages => languages;
    public IReadOnlyList<AgencyArea> Areas => areas;
    public IReadOnlyList<AgencyHours> Hours => hours;
    public IReadOnlyList<AgencyHoursException> HoursExceptions => hoursExceptions;
    public IReadOnlyList<AgencyPhone> Phones => phones;
    public IReadOnlyList<AgencyCapacity> Capacities => capacities;

    /// <summary>When it is open. The hours and their exceptions must be loaded.</summary>
    public OpeningHours OpeningHours => TimeZone is null ? OpeningHours.Unknown : new OpeningHours(
        TimeZoneInfo.FindSystemTimeZoneById(TimeZone),
        hours.Select(line => (line.Day, line.Opening)), hoursExceptions.Select(line => (line.Date, line.Opening)));

    /// <summary>Takes over what the card says now.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Describe(CardContent card)
    {
        var told = Tell(card);
        // Not with a short cut: each of them is to be taken over.
        var changed = services.Become(card.Services.Select(service => service.Id), service => service.HsdsId, id =>
            new OfferedService(this, id, card.Services.First(service => service.Id == id).Terms));
        foreach (var (id, terms) in card.Services) changed |= services.Single(service => service.HsdsId == id).Become(terms);
        changed |= languages.Become(card.Languages, language => language.Code, code => new AgencyLanguage(Id, Hub, code));
        changed |= areas.Become(card.Areas, area => area.Code, code => new AgencyArea(Id, Hub, code));
        changed |= KeepHours(card);
        if (changed) RecordCard();
        if (changed || told) CardRevision++;
        return changed || told;
    }

    /// <summary>Somebody has counted.</summary>
    public void Confirm(CapacityKind kind, int total, int available, DateOnly today)
    {
        var capacity = capacities.SingleOrDefault(capacity => capacity.Kind == kind);
        if (capacity is null) capacities.Add(capacity = new AgencyCapacity(Id, kind));
        capacity.Confirm(total, available, today);
        Record(new AgencyCapacityConfirmed(Id, kind, total, available, today), Hub);
    }

    /// <summary>What no other service needs to hear of.</summary>
    private bool Tell(CardContent card)
    {
        var changed = Description != card.Description || Website != card.Website || AfterHoursNote != card.AfterHoursNote;
        (Description, Website, AfterHoursNote) = (card.Description, card.Website, card.AfterHoursNote);
        changed |= phones.Become(card.Phones.Select(phone => phone.Id), phone => phone.HsdsId, id =>
            new AgencyPhone(Id, id, card.Phones.First(phone => phone.Id == id).Terms));
        foreach (var (id, terms) in card.Phones) changed |= phones.Single(phone => phone.HsdsId == id).Become(terms);
        return changed;
    }

    private bool KeepHours(CardContent card)
    {
        var changed = TimeZone != card.TimeZone || AfterHours != card.AfterHours;
        (TimeZone, AfterHours) = (card.TimeZone, card.AfterHours);
        var zone = card.TimeZone ?? "";
        changed |= hours.Become(
            card.Weekly.Select(line => (zone, line.Day, line.Opening)), line => (line.TimeZone, line.Day, line.Opening),
            line => new AgencyHours(Id, Hub, line.Item1, line.Day, line.Opening));
        changed |= hoursExceptions.Become(
            card.Exceptions.Select(line => (zone, line.Date, line.Opening)), line => (line.TimeZone, line.Date, line.Opening),
            line => new AgencyHoursException(Id, Hub, line.Item1, line.Date, line.Opening));
        return changed;
    }

    private void RecordCard() => Record(
        new AgencyCardChanged(
            Id,
            [.. services.Where(service => service.Type is not null).OrderBy(service => service.Type).ThenBy(service => service.HsdsId)
                .Select(service => new ServiceOffered(service.Type!.Value, service.AgeBands, service.Genders, service.Citizenship))],
            [.. languages.Select(language => language.Code).Order(StringComparer.Ordinal)],
            [.. areas.Select(area => area.Code).Order(StringComparer.Ordinal)],
            TimeZone,
            [.. hours.OrderBy(line => line.Day).ThenBy(line => line.OpensAt).Select(line => new WeeklyOpening(line.Day, line.OpensAt, line.ClosesAt))],
            [.. hoursExceptions.OrderBy(line => line.Date).ThenBy(line => line.OpensAt).Select(line => new DayOpening(line.Date, line.OpensAt, line.ClosesAt))],
            AfterHours),
        Hub);
}
