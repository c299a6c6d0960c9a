using System.Globalization;
using System.Text.Json;
using Demonstration.Fable;
using Testing;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>The same platform on PostgreSQL, as ./run --postgres starts it: migrated, written, followed and reported.</summary>
[Collection(FableCollection.Name)] // after the other one: two platforms at once are too much for a small machine
public sealed class PostgresTests(PostgresTests.FableOnPostgres fable) : IClassFixture<PostgresTests.FableOnPostgres>
{
    [Fact]
    public async Task The_fable_comes_to_the_same_figures()
    {
        var month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var analyst = fable.Cast.WorkerOf(Cast.VictimServices);
        await Until.TrueAsync(async () =>
        {
            var report = await analyst.GetAsync($"/api/reporting/harbor/referral-report?from={month}&to={month}");
            return report.GetProperty("months")[0].GetProperty("agencies").EnumerateArray()
                .Any(row => row.GetProperty("figures").GetProperty("made") is { ValueKind: JsonValueKind.Object } made && made.GetProperty("value").GetDecimal() == 7);
        }, "the sender's seven referrals are in its report", TimeSpan.FromSeconds(60));

        Assert.DoesNotContain(fable.Platform.Files, file => file.EndsWith(".db", StringComparison.Ordinal));
    }

    public sealed class FableOnPostgres() : FablePlayed("--Database:Provider=Postgres");
}
