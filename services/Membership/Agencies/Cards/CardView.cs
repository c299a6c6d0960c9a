using Contracts;
using Membership.Agencies.Hours;

namespace Membership.Agencies.Cards;

/// <summary>A service that an agency offers.</summary>
/// <param name="Id">The service's id in HSDS.</param>
/// <param name="ServiceType">None where the service came from elsewhere and nobody has said yet which of ours it is.</param>
/// <param name="AgeBands">For whom by age; empty: any.</param>
/// <param name="Genders">For whom by gender; empty: any.</param>
/// <param name="Citizenship">For whom by citizenship; none: any.</param>
public sealed record ServiceView(
    Guid Id, string Name, ServiceType? ServiceType, string? Description, string? Eligibility, IReadOnlyList<AgeBand> AgeBands,
    IReadOnlyList<Gender> Genders, CitizenshipLimit? Citizenship);

/// <summary>Open on this day of the week.</summary>
/// <param name="Opens">Local time, as HH:mm.</param>
/// <param name="Closes">Local time; not after it opens: on the next day.</param>
public sealed record WeeklyHoursView(DayOfWeek Day, string Opens, string Closes);

/// <summary>Open on this date instead of as in the week.</summary>
public sealed record ExceptionView(DateOnly Date, bool Closed, string? Opens, string? Closes);

/// <summary>A telephone of the agency's own.</summary>
public sealed record PhoneView(Guid Id, string Number, string? Extension, PhoneKind Kind, string? Description);

/// <summary>How much of something an agency has.</summary>
/// <param name="Stale">Confirmed more than a week ago: ask before you count on it.</param>
public sealed record CapacityView(CapacityKind Kind, int Total, int Available, DateOnly LastConfirmedOn, bool Stale);

/// <summary>An agency's card: what it does in general, for whom, where and when.</summary>
/// <param name="HoursKnown">Whether any hours were given; where not, nobody is assumed to be there.</param>
/// <param name="NextOpening">Now, where it is open; none where it does not open within a year, or its hours are not known.</param>
/// <param name="AfterHours">None where nobody has said: then nobody is assumed on call.</param>
public sealed record CardView(
    Guid AgencyId, string Name, AgencyType AgencyType, AgencyClass AgencyClass, string? Description, string? Website,
    IReadOnlyList<ServiceView> Services, IReadOnlyList<string> Languages, IReadOnlyList<string> Areas, IReadOnlyList<PhoneView> Phones,
    string? TimeZone, IReadOnlyList<WeeklyHoursView> Hours, IReadOnlyList<ExceptionView> HoursExceptions, bool HoursKnown, bool OpenNow,
    DateTimeOffset? NextOpening, AfterHours? AfterHours, string? AfterHoursNote, IReadOnlyList<CapacityView> Capacities)
{
    internal static CardView Of(Agency agency, DateTimeOffset now)
    {
        var opening = agency.OpeningHours;
        return new CardView(
            agency.Id, agency.Name, agency.Type, agency.Class, agency.Description, agency.Website,
            [.. agency.Services.OrderBy(service => service.Name, StringComparer.Ordinal).ThenBy(service => service.HsdsId).Select(ViewOf)],
            [.. agency.Languages.Select(language => language.Code).Order(StringComparer.Ordinal)],
            [.. agency.Areas.Select(area => area.Code).Order(StringComparer.Ordinal)],
            [.. agency.Phones.OrderBy(phone => phone.HsdsId).Select(phone => new PhoneView(phone.HsdsId, phone.Number, phone.Extension, phone.Kind, phone.Description))],
            agency.TimeZone,
            [.. agency.Hours.OrderBy(line => line.Day).ThenBy(line => line.OpensAt).Select(line => new WeeklyHoursView(line.Day, Text(line.Opening.Opens), Text(line.Opening.Closes)))],
            [.. agency.HoursExceptions.OrderBy(line => line.Date).ThenBy(line => line.OpensAt).Select(ViewOf)],
            opening.AreKnown, opening.IsOpenAt(now), opening.NextOpening(now), agency.AfterHours, agency.AfterHoursNote,
            [.. agency.Capacities.OrderBy(capacity => capacity.Kind).Select(capacity => new CapacityView(
                capacity.Kind, capacity.Total, capacity.Available, capacity.ConfirmedOn, capacity.IsStale(now.Day())))]);
    }

    private static ServiceView ViewOf(OfferedService service) => new(
        service.HsdsId, service.Name, service.Type, service.Description, service.Eligibility, service.AgeBands, service.Genders, service.Citizenship);

    private static ExceptionView ViewOf(AgencyHoursException line) => line.Opening.IsClosed
        ? new ExceptionView(line.Date, true, null, null)
        : new ExceptionView(line.Date, false, Text(line.Opening.Opens), Text(line.Opening.Closes));

    private static string Text(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
