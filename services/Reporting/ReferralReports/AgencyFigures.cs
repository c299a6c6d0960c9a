using Contracts;

namespace Reporting.ReferralReports;

/// <summary>One agency's true figures of one month, or the hub's: never given out but to the agency itself.</summary>
internal sealed class AgencyFigures
{
    public static readonly IReadOnlyList<DeclineReason> Reasons = Enum.GetValues<DeclineReason>();

    private readonly long[] declinedBy = new long[Reasons.Count];
    private readonly SortedDictionary<decimal, long> hours = [];

    public long Made { get; private set; }
    public long Accepted { get; private set; }
    public long Declined { get; private set; }
    public long Revoked { get; private set; }
    public long Overdue { get; private set; }
    public IReadOnlyList<long> DeclinedBy => declinedBy;

    public void Add(CountedFacts facts)
    {
        switch (facts.Measure)
        {
            case Projection.Measure.Made: Made += facts.Count; break;
            case Projection.Measure.Accepted: Accepted += facts.Count; break;
            case Projection.Measure.Revoked: Revoked += facts.Count; break;
            case Projection.Measure.Overdue: Overdue += facts.Count; break;
            case Projection.Measure.Declined:
                Declined += facts.Count;
                declinedBy[(int)facts.Reason!.Value] += facts.Count;
                break;
            default: throw new InvalidOperationException($"No figure counts {facts.Measure}.");
        }

        if (facts.Hours is { } response)
            hours[response] = hours.GetValueOrDefault(response) + facts.Count;
    }

    /// <summary>The middle of the hours to response, or of the two in the middle; none without a response.</summary>
    public decimal? MedianHours()
    {
        var responses = hours.Values.Sum();
        // Dividing by this drops the zeros that some databases put behind a decimal: the same report on each of them.
        return responses == 0 ? null : (At((responses - 1) / 2) + At(responses / 2)) / 2 / 1.0000000000000000000000000000m;
    }

    private decimal At(long index)
    {
        foreach (var (response, count) in hours)
        {
            if (index < count)
                return response;
            index -= count;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }
}
