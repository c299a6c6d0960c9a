namespace Membership.Tests.Calendar;

/// <summary>A component: what stands between BEGIN and END.</summary>
public sealed record CalendarComponent(string Name, IReadOnlyList<ContentLine> Properties, IReadOnlyList<CalendarComponent> Components)
{
    public ContentLine One(string name) => Optional(name) ?? throw new CalendarFaultException($"{Name} has no {name}");

    public ContentLine? Optional(string name) => Properties.SingleOrDefault(property => property.Name == name);

    public IEnumerable<ContentLine> All(string name) => Properties.Where(property => property.Name == name);

    public static CalendarComponent Read(byte[] calendar)
    {
        var lines = new Queue<ContentLine>(ContentLine.ReadAll(calendar));
        if (lines.Count == 0 || lines.Peek() is not { Name: "BEGIN", Value: "VCALENDAR" }) throw new CalendarFaultException("No VCALENDAR");
        var root = Read(lines);
        return lines.Count == 0 ? root : throw new CalendarFaultException("Something follows the calendar");
    }

    private static CalendarComponent Read(Queue<ContentLine> lines)
    {
        var name = lines.Dequeue().Value;
        var properties = new List<ContentLine>();
        var components = new List<CalendarComponent>();
        while (lines.TryPeek(out var line))
        {
            if (line.Name == "BEGIN")
            {
                components.Add(Read(lines));
                continue;
            }

            lines.Dequeue();
            if (line.Name != "END")
            {
                // calprops and eventprops come before what is inside.
                if (components.Count > 0) throw new CalendarFaultException($"{line.Name} behind a component of {name}");
                properties.Add(line);
                continue;
            }

            return line.Value == name ? new(name, properties, components) : throw new CalendarFaultException($"{name} ends as {line.Value}");
        }

        throw new CalendarFaultException($"{name} does not end");
    }
}
