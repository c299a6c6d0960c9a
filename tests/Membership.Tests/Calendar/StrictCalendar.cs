using System.Text.RegularExpressions;

namespace Membership.Tests.Calendar;

/// <summary>
/// Reads a calendar by the grammar of RFC 5545 and by nothing of the service's own: which properties a component must and
/// may have (3.6), their parameters and value types (3.3, 3.8), and how recurrences and zones hang together.
/// </summary>
public static class StrictCalendar
{
    private const string LocalTime = @"\A\d{8}T\d{6}\z";
    private const string UtcTime = @"\A\d{8}T\d{6}Z\z";
    private const string Text = @"\A([^\\;,\x00-\x08\x0A-\x1F\x7F]|\\[\\;,Nn])*\z";
    private const string Offset = @"\A[+-]\d{4}(\d{2})?\z";

    /// <summary>By component: each property's least and most number, its value, and whether its time is in a zone.</summary>
    private static readonly Dictionary<string, Dictionary<string, (int Least, int Most, string Value, bool Zoned)>> Components = new()
    {
        ["VCALENDAR"] = new()
        {
            ["PRODID"] = (1, 1, Text, false), ["VERSION"] = (1, 1, @"\A2\.0\z", false), ["CALSCALE"] = (0, 1, @"\AGREGORIAN\z", false),
        },
        ["VEVENT"] = new()
        {
            ["UID"] = (1, 1, Text, false), ["DTSTAMP"] = (1, 1, UtcTime, false), ["DTSTART"] = (1, 1, LocalTime, true),
            ["DTEND"] = (0, 1, LocalTime, true), ["DURATION"] = (0, 1, @"\AP(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)\z", false),
            ["RECURRENCE-ID"] = (0, 1, LocalTime, true), ["RRULE"] = (0, 1, ".", false), ["EXDATE"] = (0, int.MaxValue, @"\A\d{8}T\d{6}(,\d{8}T\d{6})*\z", true),
            ["LAST-MODIFIED"] = (0, 1, UtcTime, false), ["SEQUENCE"] = (0, 1, @"\A\d{1,9}\z", false),
            ["STATUS"] = (0, 1, @"\A(TENTATIVE|CONFIRMED|CANCELLED)\z", false), ["SUMMARY"] = (0, 1, Text, false), ["LOCATION"] = (0, 1, Text, false),
        },
        ["VTIMEZONE"] = new() { ["TZID"] = (1, 1, @"\A[^/].*\z", false), ["LAST-MODIFIED"] = (0, 1, UtcTime, false) },
        ["STANDARD"] = Onset(), ["DAYLIGHT"] = Onset(),
    };

    private static readonly Dictionary<string, string[]> Inside = new()
    {
        ["VCALENDAR"] = ["VEVENT", "VTIMEZONE"], ["VTIMEZONE"] = ["STANDARD", "DAYLIGHT"], ["VEVENT"] = [], ["STANDARD"] = [], ["DAYLIGHT"] = [],
    };

    public static CalendarComponent Read(byte[] calendar)
    {
        var root = CalendarComponent.Read(calendar);
        Check(root);
        // 3.4: icalbody is calprops and at least one component.
        if (root.Components.Count == 0) throw new CalendarFaultException("An empty calendar");
        CheckZones(root);
        CheckRecurrences(root);
        return root;
    }

    private static void Check(CalendarComponent component)
    {
        var known = Components[component.Name];
        foreach (var (name, (least, most, _, _)) in known)
        {
            var count = component.All(name).Count();
            if (count < least || count > most) throw new CalendarFaultException($"{component.Name} has {count} {name}");
        }

        foreach (var property in component.Properties)
        {
            if (!known.TryGetValue(property.Name, out var rule)) throw new CalendarFaultException($"{component.Name} may not have {property.Name}");
            if (!Regex.IsMatch(property.Value, rule.Value)) throw new CalendarFaultException($"{property.Name} has the value {property.Value}");
            if (!property.Parameters.Keys.SequenceEqual(rule.Zoned ? ["TZID"] : [])) throw new CalendarFaultException($"{property.Name} has other parameters");
            foreach (var time in Times(property)) _ = IcalTime.Parse(time);
        }

        if (component.Name == "VEVENT" && component.Optional("DTEND") is not null && component.Optional("DURATION") is not null)
            throw new CalendarFaultException("DTEND and DURATION");
        if (component.Name == "VTIMEZONE" && component.Components.Count == 0) throw new CalendarFaultException("A zone without STANDARD or DAYLIGHT");
        foreach (var offset in component.Properties.Where(property => property.Name.StartsWith("TZOFFSET", StringComparison.Ordinal)))
        {
            if (offset.Value is "-0000" or "-000000") throw new CalendarFaultException("The offset -0000");
        }

        foreach (var inner in component.Components)
        {
            if (!Inside[component.Name].Contains(inner.Name)) throw new CalendarFaultException($"{inner.Name} in {component.Name}");
            Check(inner);
        }
    }

    private static string[] Times(ContentLine property) =>
        property.Name is "DTSTART" or "DTEND" or "DTSTAMP" or "LAST-MODIFIED" or "RECURRENCE-ID" or "EXDATE" or "RDATE" ? property.Value.Split(',') : [];

    private static void CheckZones(CalendarComponent root)
    {
        var defined = root.Components.Where(component => component.Name == "VTIMEZONE").Select(zone => zone.One("TZID").Value).ToList();
        if (defined.Distinct().Count() != defined.Count) throw new CalendarFaultException("A zone twice");
        foreach (var id in root.Components.SelectMany(component => component.Properties).Select(property => property.Parameters.GetValueOrDefault("TZID")))
        {
            if (id is not null && !defined.Contains(id)) throw new CalendarFaultException($"No VTIMEZONE for {id}");
        }
    }

    private static void CheckRecurrences(CalendarComponent root)
    {
        var events = root.Components.Where(component => component.Name == "VEVENT").ToList();
        if (events.DistinctBy(one => (one.One("UID").Value, one.Optional("RECURRENCE-ID")?.Value)).Count() != events.Count) throw new CalendarFaultException("A UID twice");
        foreach (var zone in root.Components.Where(component => component.Name == "VTIMEZONE").SelectMany(zone => zone.Components))
        {
            if (zone.Optional("RRULE") is { } rule) _ = RecurrenceRule.Parse(rule.Value, untilInUtc: true);
        }

        foreach (var one in events)
        {
            if (one.Optional("RRULE") is { } rule)
            {
                if (one.Optional("RECURRENCE-ID") is not null) throw new CalendarFaultException("RRULE beside RECURRENCE-ID");
                // Beside a start in a zone, UNTIL is in UTC (3.3.10).
                var parsed = RecurrenceRule.Parse(rule.Value, untilInUtc: true);
                var start = IcalTime.Parse(one.One("DTSTART").Value);
                if (parsed.From(start).First() != start) throw new CalendarFaultException("DTSTART is not in step with RRULE");
            }
            else if (one.All("EXDATE").Any())
            {
                throw new CalendarFaultException("EXDATE without RRULE");
            }

            if (one.Optional("RECURRENCE-ID") is not { } replaced) continue;
            var master = events.SingleOrDefault(other => other.One("UID").Value == one.One("UID").Value && other.Optional("RRULE") is not null)
                ?? throw new CalendarFaultException("RECURRENCE-ID of nothing");
            if (replaced.Parameters["TZID"] != master.One("DTSTART").Parameters["TZID"]) throw new CalendarFaultException("RECURRENCE-ID in another zone");
            if (!CalendarExpansion.Starts(root, master).Contains(IcalTime.Parse(replaced.Value))) throw new CalendarFaultException("RECURRENCE-ID of no occurrence");
        }
    }

    private static Dictionary<string, (int, int, string, bool)> Onset() => new()
    {
        ["DTSTART"] = (1, 1, LocalTime, false), ["TZOFFSETFROM"] = (1, 1, Offset, false), ["TZOFFSETTO"] = (1, 1, Offset, false),
        ["RRULE"] = (0, 1, ".", false), ["RDATE"] = (0, int.MaxValue, LocalTime, false), ["TZNAME"] = (0, int.MaxValue, Text, false),
    };
}
