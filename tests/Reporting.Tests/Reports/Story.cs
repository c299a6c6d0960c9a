using Contracts;
using Contracts.CaseReferral;
using Contracts.Membership;

namespace Reporting.Tests.Reports;

/// <summary>A year's referrals among four invented agencies, always the same, and what they add up to: counted here on its own.</summary>
internal sealed class Story
{
    private static readonly DeclineReason[] Reasons = Enum.GetValues<DeclineReason>();

    private readonly Random random = new(7);
    private readonly Guid taskForce = Guid.NewGuid();

    public static DateOnly ThisMonth
    {
        get
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            return new DateOnly(today.Year, today.Month, 1);
        }
    }

    public Guid[] Agencies { get; } = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];

    public List<IEvent> Facts { get; } = [];

    /// <summary>The first day of the story, before which nothing happened.</summary>
    public static DateOnly Start => ThisMonth.AddMonths(-6);

    public IEnumerable<IEvent> Listings => Agencies.Select((agency, i) => new AgencyListed(agency, "harbor", $"Agency {i}", AgencyType.NGO, AgencyClass.VictimServices));

    public static (string From, string To) Range => ($"{Start:yyyy-MM}", $"{ThisMonth:yyyy-MM}");

    public IEnumerable<IEvent> Month(DateOnly month, int referrals)
    {
        var told = Enumerable.Range(0, referrals).SelectMany(_ => Referral(month.AddDays(random.Next(0, 28)))).ToList();
        Facts.AddRange(told);
        return told;
    }

    public int Count<T>(DateOnly month, Func<T, Guid> agency, Guid of, Func<T, DateOnly> day) where T : IEvent =>
        Facts.OfType<T>().Count(fact => agency(fact) == of && Within(month, day(fact)));

    public decimal? Median(DateOnly month, Guid of)
    {
        var hours = Facts.OfType<ReferralAccepted>().Where(fact => fact.ToAgencyId == of && Within(month, fact.AcceptedOn)).Select(fact => fact.HoursToResponse)
            .Concat(Facts.OfType<ReferralDeclined>().Where(fact => fact.ToAgencyId == of && Within(month, fact.DeclinedOn)).Select(fact => fact.HoursToResponse))
            .Order().ToList();
        return hours.Count == 0 ? null : hours.Count % 2 == 1 ? hours[hours.Count / 2] : (hours[(hours.Count / 2) - 1] + hours[hours.Count / 2]) / 2;
    }

    public static bool Within(DateOnly month, DateOnly day) => day >= month && day < month.AddMonths(1);

    private IEnumerable<IEvent> Referral(DateOnly day)
    {
        var id = Guid.NewGuid();
        // The last agency hardly ever refers or is referred to: there must be small cells.
        var from = Agencies[random.Next(0, 20) == 0 ? 3 : random.Next(0, 3)];
        var to = Agencies[random.Next(0, 20) == 0 ? 3 : random.Next(0, 3)];
        var hours = random.Next(1, 900) / 10m;
        // Some are answered in the month after they were made.
        var answered = day.AddDays((int)hours / 24);
        yield return new ReferralMade(id, taskForce, from, to, [ServiceType.EmergencyHousing], Urgency.Urgent, day);
        switch (random.Next(0, 10))
        {
            case < 5:
                yield return new ReferralAccepted(id, taskForce, from, to, hours, answered);
                break;
            case < 8:
                yield return new ReferralDeclined(id, taskForce, from, to, Reasons[random.Next(0, random.Next(0, 4) == 0 ? Reasons.Length : 2)], hours, answered);
                break;
            case 8:
                yield return new ReferralRevoked(id, taskForce, from, to, RevocationReason.NoLongerNeeded, answered);
                break;
            default:
                yield return new ReferralOverdue(id, taskForce, from, to, Urgency.Urgent, answered);
                break;
        }
    }
}
