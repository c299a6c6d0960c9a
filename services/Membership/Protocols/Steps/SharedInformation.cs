namespace Membership.Protocols.Steps;

/// <summary>
/// What may be told to whom a step calls. There is no code for a name, a date or a place: a notice before an operation
/// never holds them, and identity is opened by a release alone.
/// </summary>
public enum SharedInformation { NeedWithoutIdentity, EstimatedVictims, Genders, AgeBands, Languages, MinorsOrNot, Timeframe }

/// <summary>Whether a step is for cases with minors, without, or for any.</summary>
public enum MinorsCondition { Any, Yes, No }

/// <summary>When whoever is called must be there: in its own opening hours, always, or in the hours that the step names.</summary>
public enum HoursNeeded { OwnHours, AroundTheClock, Named }

/// <summary>What leads from one step to the next.</summary>
public enum NextStepWhen { Always, Answered, NotAnswered }

/// <summary>A step that follows, and what leads to it.</summary>
public sealed record NextStep(string Step, NextStepWhen When);

/// <summary>Hours of one day of the week, in the called agency's own time zone.</summary>
/// <param name="Opens">As HH:mm.</param>
/// <param name="Closes">As HH:mm; not after it opens: on the next day.</param>
public sealed record NamedHours(DayOfWeek Day, string Opens, string Closes);
