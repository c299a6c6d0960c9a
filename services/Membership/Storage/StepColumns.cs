using Membership.Protocols.Steps;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.Storage;

/// <summary>Short lists of a step in one column each, as people would write them: <c>Monday 08:00-17:30</c>, <c>shelter:NotAnswered</c>.</summary>
internal static class StepColumns
{
    private const int Longest = 500;

    public static void IsNamedHours(this PropertyBuilder<IReadOnlyList<NamedHours>> property) => property
        .HasMaxLength(Longest)
        .HasConversion(hours => string.Join(',', hours.Select(Write)), text => Split(text, ReadHours), Unchanging<NamedHours>());

    public static void IsNextSteps(this PropertyBuilder<IReadOnlyList<NextStep>> property) => property
        .HasMaxLength(Longest)
        .HasConversion(next => string.Join(',', next.Select(Write)), text => Split(text, ReadNext), Unchanging<NextStep>());

    private static string Write(NamedHours hours) => $"{hours.Day} {hours.Opens}-{hours.Closes}";

    private static string Write(NextStep next) => $"{next.Step}:{next.When}";

    private static NamedHours ReadHours(string text)
    {
        var parts = text.Split(' ', '-');
        return new(Enum.Parse<DayOfWeek>(parts[0]), parts[1], parts[2]);
    }

    private static NextStep ReadNext(string text)
    {
        var parts = text.Split(':');
        return new(parts[0], Enum.Parse<NextStepWhen>(parts[1]));
    }

    private static T[] Split<T>(string text, Func<string, T> read) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(read)];

    private static ValueComparer<IReadOnlyList<T>> Unchanging<T>() =>
        new((left, right) => ReferenceEquals(left, right), list => list.Count, list => list);
}
