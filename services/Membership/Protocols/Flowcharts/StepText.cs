using System.Globalization;
using Membership.Protocols.Steps;

namespace Membership.Protocols.Flowcharts;

/// <summary>What a step says, in the fewest words that a tired reader takes in.</summary>
internal static class StepText
{
    public static IEnumerable<string> LinesOf(ResponseStep step, Func<StepContact, string> nameOf)
    {
        if (When(step.When) is { Length: > 0 } when) yield return $"If: {when}";
        var contacts = step.InOrder().ToList();
        yield return $"Call: {nameOf(contacts[0])}";
        foreach (var (contact, number) in contacts.Skip(1).Select((contact, index) => (contact, index + 1)))
            yield return $"Backup {Number(number)}: {nameOf(contact)}";
        if (step.WithinMinutes is { } minutes) yield return $"Within: {Duration(minutes)}";
        if (step.Hours == HoursNeeded.AroundTheClock) yield return "Hours: day and night";
        if (step.Hours == HoursNeeded.Named) yield return $"Hours: {string.Join(", ", step.NamedHours.Select(Hours))}";
        if (step.MayShare.Count > 0) yield return $"May share: {string.Join(", ", step.MayShare.Select(Words))}";
    }

    public static string Of(NextStepWhen when) => when switch
    {
        NextStepWhen.Answered => "answered",
        NextStepWhen.NotAnswered => "no answer",
        _ => "",
    };

    private static string When(StepConditions when)
    {
        var parts = new List<string>();
        if (when.TraffickingTypes.Count > 0) parts.Add(string.Join(" or ", when.TraffickingTypes.Select(Words)));
        if (when.Citizenships.Count > 0) parts.Add(string.Join(" or ", when.Citizenships.Select(Words)));
        if (Victims(when) is { } victims) parts.Add(victims);
        if (when.Minors != MinorsCondition.Any) parts.Add(when.Minors == MinorsCondition.Yes ? "minors" : "no minors");
        if (when.Languages.Count > 0) parts.Add($"speaks {string.Join(" or ", when.Languages)}");
        if (when.Areas.Count > 0) parts.Add($"in {string.Join(" or ", when.Areas)}");
        return string.Join("; ", parts);
    }

    private static string? Victims(StepConditions when) => (when.VictimsFrom, when.VictimsTo) switch
    {
        (null, null) => null,
        ({ } from, null) => $"{Number(from)} or more victims",
        (null, { } to) => $"up to {Number(to)} victims",
        ({ } from, { } to) => from == to ? $"{Number(from)} {(from == 1 ? "victim" : "victims")}" : $"{Number(from)} to {Number(to)} victims",
    };

    private static string Duration(int minutes) => minutes switch
    {
        < 120 => $"{Number(minutes)} min",
        _ when minutes % 60 == 0 => $"{Number(minutes / 60)} h",
        _ => $"{Number(minutes / 60)} h {Number(minutes % 60)} min",
    };

    private static string Hours(NamedHours hours) => $"{hours.Day.ToString()[..3]} {hours.Opens}–{hours.Closes}";

    /// <summary>A code in words: <c>NeedWithoutIdentity</c> is "need without identity".</summary>
    private static string Words<T>(T code) where T : struct, Enum =>
        string.Concat(code.ToString().Select((letter, index) => char.IsUpper(letter) ? $"{(index == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
