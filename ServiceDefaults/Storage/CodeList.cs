using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Storage;

/// <summary>A short list of codes in one column, the same on every provider: <c>EmergencyHousing,Food</c>. A change replaces the whole list.</summary>
public static class CodeList
{
    private const int Longest = 400;

    public static void IsCodeList(this PropertyBuilder<IReadOnlyList<string>> property) => property
        .HasMaxLength(Longest)
        .HasConversion(codes => string.Join(',', codes), text => Split(text), Unchanging<string>());

    public static void IsCodeList<T>(this PropertyBuilder<IReadOnlyList<T>> property) where T : struct, Enum => property
        .HasMaxLength(Longest)
        .HasConversion(codes => string.Join(',', codes), text => Parse<T>(text), Unchanging<T>());

    public static void IsCodeList(this ComplexTypePropertyBuilder<IReadOnlyList<string>> property) => property
        .HasMaxLength(Longest)
        .HasConversion(codes => string.Join(',', codes), text => Split(text), Unchanging<string>());

    public static void IsCodeList<T>(this ComplexTypePropertyBuilder<IReadOnlyList<T>> property) where T : struct, Enum => property
        .HasMaxLength(Longest)
        .HasConversion(codes => string.Join(',', codes), text => Parse<T>(text), Unchanging<T>());

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static T[] Parse<T>(string text) where T : struct, Enum => [.. Split(text).Select(Enum.Parse<T>)];

    private static ValueComparer<IReadOnlyList<T>> Unchanging<T>() =>
        new((left, right) => ReferenceEquals(left, right), list => list.Count, list => list);
}
