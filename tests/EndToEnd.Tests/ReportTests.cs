using System.Globalization;
using System.Net;
using System.Text.Json;
using Demonstration;
using Demonstration.Fable;
using Testing;
using Xunit;

namespace EndToEnd.Tests;

/// <summary>What the fable comes to in figures.</summary>
[Collection(FableCollection.Name)]
public sealed class ReportTests(FablePlayed fable)
{
    private static readonly string Month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    private static readonly string Report = $"/api/reporting/harbor/referral-report?from={Month}&to={Month}";

    [Fact]
    public async Task The_sender_reads_its_own_figures_in_full_and_nobody_elses()
    {
        var month = await UntilAsync(fable.Cast.WorkerOf(Cast.VictimServices), figures => Value(figures, "made") == 7);
        var row = Assert.Single(month.GetProperty("agencies").EnumerateArray());
        Assert.Equal(fable.Cast.IdOf(Cast.VictimServices), row.GetProperty("agencyId").GetGuid());
        Assert.False(month.GetProperty("published").GetBoolean());
    }

    [Fact]
    public async Task The_receivers_read_what_they_answered()
    {
        var declining = await fable.Stage.IntroduceAsync(fable.Cast.AdministratorOf(Cast.FirstShelter), "first-shelter-analyst", Analyst(Cast.FirstShelter));
        var month = await UntilAsync(declining, figures => Value(figures, "declined") == 1);
        var figures = month.GetProperty("agencies")[0].GetProperty("figures");
        Assert.Equal(1, figures.GetProperty("declinedByReason").GetProperty("NoCapacity").GetProperty("value").GetDecimal());
        Assert.Equal(0, Value(figures, "accepted"));

        var accepting = await fable.Stage.IntroduceAsync(fable.Cast.AdministratorOf(Cast.SecondShelter), "second-shelter-analyst", Analyst(Cast.SecondShelter));
        var accepted = await UntilAsync(accepting, own => Value(own, "accepted") == 2);
        Assert.Equal(0.0m, Value(accepted.GetProperty("agencies")[0].GetProperty("figures"), "medianHoursToResponse"));
    }

    [Fact]
    public async Task An_outside_reader_reads_no_month_that_is_not_closed()
    {
        var report = await fable.Cast.Coordinator.GetAsync(Report);
        Assert.Contains(Month, report.GetProperty("notYetPublished").EnumerateArray().Select(month => month.GetString()));
        Assert.DoesNotContain("\"value\":7", report.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_report()
    {
        var analyst = fable.Cast.WorkerOf(Cast.VictimServices);
        var before = (await UntilAsync(analyst, figures => Value(figures, "made") == 7)).GetRawText();
        var ops = await fable.Stage.SignInAsync("ops");
        var rebuild = await ops.PostAsync("/api/reporting/harbor/rebuilds", new { });
        var place = $"/api/reporting/harbor/rebuilds/{rebuild.GetProperty("id").GetGuid()}";
        await PollAsync(async () => (await ops.GetAsync(place)).GetProperty("completedAt").ValueKind == JsonValueKind.String, "the rebuild is complete");
        Assert.Equal(before, (await analyst.GetAsync(Report)).GetProperty("months")[0].GetRawText());
    }

    [Theory]
    [InlineData("/api/case-referral/journal")]
    [InlineData("/api/case-referral/journal/harbor")]
    [InlineData("/api/case-referral/%6aournal/harbor")]
    [InlineData("/api/membership/health/ready")]
    [InlineData("/api/reporting/ridge/referral-report")]
    public async Task What_is_internal_does_not_exist_at_the_gateway(string path)
    {
        using var answer = await fable.Admin.AskAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private object Analyst(CastAgency agency) => new
    {
        name = $"{agency.Name}: figures", agencyId = fable.Cast.IdOf(agency), agencyClass = agency.Class, hub = Cast.Hub,
        taskForceId = fable.Cast.TaskForceId, roles = new[] { "analyst" },
    };

    private static decimal? Value(JsonElement figures, string measure) =>
        figures.GetProperty(measure) is { ValueKind: JsonValueKind.Object } cell && cell.TryGetProperty("value", out var value) ? value.GetDecimal() : null;

    /// <summary>The month, once the reader's own row is as expected.</summary>
    private static async Task<JsonElement> UntilAsync(Actor reader, Func<JsonElement, bool> expected)
    {
        JsonElement month = default;
        await PollAsync(async () =>
        {
            month = (await reader.GetAsync(Report)).GetProperty("months")[0];
            return month.GetProperty("agencies").EnumerateArray().Any(row => expected(row.GetProperty("figures")));
        }, "the report is exact");
        return month;
    }

    private static Task PollAsync(Func<Task<bool>> condition, string what) =>
        Until.TrueAsync(() => TriedAsync(condition), what, TimeSpan.FromSeconds(60));

    /// <summary>No figure is given out while a rebuild runs: that is an answer to wait on.</summary>
    private static async Task<bool> TriedAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (RefusedException refused) when (refused.Status == HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }
    }
}
