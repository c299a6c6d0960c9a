namespace Contracts.Membership;

/// <summary>What an agency's card says of whom it serves, where and when: all of it as it now is. What has no code is not in it.</summary>
/// <param name="Languages">ISO 639-2, bibliographic.</param>
/// <param name="Areas">Codes of countries, their parts or counties.</param>
/// <param name="TimeZone">The hours' IANA time zone; none where no hours are known.</param>
/// <param name="AfterHours">None where nobody has said: then nobody is assumed on call.</param>
public sealed record AgencyCardChanged(
    Guid AgencyId, IReadOnlyList<ServiceOffered> Services, IReadOnlyList<string> Languages, IReadOnlyList<string> Areas,
    string? TimeZone, IReadOnlyList<WeeklyOpening> Hours, IReadOnlyList<DayOpening> Exceptions, AfterHours? AfterHours) : IEvent;

/// <summary>Somebody counted how much an agency has, and how much of it is free.</summary>
public sealed record AgencyCapacityConfirmed(Guid AgencyId, CapacityKind Kind, int Total, int Available, DateOnly ConfirmedOn) : IEvent;

/// <summary>A service that an agency offers, and for whom; an empty list, or none, is for anybody.</summary>
public sealed record ServiceOffered(ServiceType Type, IReadOnlyList<AgeBand> AgeBands, IReadOnlyList<Gender> Genders, CitizenshipLimit? Citizenship);

/// <summary>Open on this day of the week, in minutes from its midnight; over midnight closes beyond 1440.</summary>
public sealed record WeeklyOpening(DayOfWeek Day, int OpensAt, int ClosesAt);

/// <summary>Open on this date instead of as in the week; closed where both are 0.</summary>
public sealed record DayOpening(DateOnly Date, int OpensAt, int ClosesAt);
