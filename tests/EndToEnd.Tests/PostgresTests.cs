using System.Globalization;
using System.Text.Json;
using Demonstration.Fable;
using EndToEnd.Tests.Failure;
using Testing;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>The same platform on PostgreSQL, as ./run --postgres starts it: migrated, written, followed and reported.</summary>
[Collection(TwoReplicas.Name)]
public sealed class PostgresTests(ReplicaTests.Replicated fable)
{
    [Fact]
    public async Task The_fable_comes_to_the_same_figures()
    {
        var month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var analyst = await fable.SignInAsync(Cast.VictimServices.Key);
        await Until.TrueAsync(async () =>
        {
            var report = await analyst.GetAsync($"/api/reporting/harbor/referral-report?from={month}&to={month}");
            return report.GetProperty("months")[0].GetProperty("agencies").EnumerateArray()
                .Any(row => row.GetProperty("figures").GetProperty("made") is { ValueKind: JsonValueKind.Object } made && made.GetProperty("value").GetDecimal() == 7);
        }, "the sender's seven referrals are in its report", TimeSpan.FromSeconds(60));

        Assert.DoesNotContain(fable.Platform.Files, file => file.EndsWith(".db", StringComparison.Ordinal));
    }
}
