using Contracts;

namespace Membership.Agencies.Hsds;

/// <summary>HSDS says years, the platform bands.</summary>
internal static class HsdsAges
{
    private static readonly (AgeBand Band, int From, int? To)[] Bands =
    [
        (AgeBand.Under13, 0, 12), (AgeBand.From13To17, 13, 17), (AgeBand.From18To24, 18, 24), (AgeBand.From25To59, 25, 59), (AgeBand.From60, 60, null),
    ];

    /// <summary>Every band of which somebody is meant; none where all are.</summary>
    public static IReadOnlyList<AgeBand> Between(decimal? minimum, decimal? maximum)
    {
        var meant = Bands.Where(band => (maximum is null || band.From <= maximum) && (minimum is null || band.To is null || band.To >= minimum))
            .Select(band => band.Band).ToList();
        return meant.Count == Bands.Length ? [] : meant;
    }

    /// <summary>From the youngest to the oldest; nothing where the bands between are not all meant, for years cannot say that.</summary>
    public static (int? Minimum, int? Maximum) Of(IReadOnlyList<AgeBand> bands)
    {
        var meant = Bands.Where(band => bands.Contains(band.Band)).ToList();
        if (meant.Count == 0 || Bands.SkipWhile(band => band != meant[0]).TakeWhile(band => band != meant[^1]).Count() != meant.Count - 1) return (null, null);
        return (meant[0].From == 0 ? null : meant[0].From, meant[^1].To);
    }
}
