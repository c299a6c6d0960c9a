using System.Net;
using System.Text.Json;
using Contracts;
using Contracts.CaseReferral;
using ServiceDefaults.Access;
using Testing;

namespace Reporting.Tests.Reports;

/// <summary>The report over HTTP, of facts that real journals hold and a real broker carries.</summary>
public abstract class ReportTests(HarborFixture harbor) : IAsyncLifetime
{
    public sealed class OnSqlite(HarborFixture harbor) : ReportTests(harbor), IClassFixture<HarborFixture>;

    public sealed class OnPostgres(HarborFixture.OnPostgres harbor) : ReportTests(harbor), IClassFixture<HarborFixture.OnPostgres>;

    [NeedsSqlServer]
    public sealed class OnSqlServer(HarborFixture.OnSqlServer harbor) : ReportTests(harbor), IClassFixture<HarborFixture.OnSqlServer>;

    private readonly Story story = new();
    private ServiceHost<global::Reporting.Storage.ReportingDb> reporting = null!;

    public async Task InitializeAsync()
    {
        // Half of it happened before Reporting ever started: its queue is bound too late for that.
        await harbor.AppendAsync(Story.Start, story.Listings);
        await harbor.AppendAsync(Story.Start, story.Month(Story.Start, 20));
        await harbor.AppendAsync(Story.Start, story.Month(Story.Start.AddMonths(1), 400));
        reporting = await harbor.StartReportingAsync();
        await harbor.AppendAsync(Story.Start, story.Month(Story.Start.AddMonths(2), 300));
        await harbor.AppendAsync(Story.Start, story.Month(Story.Start.AddMonths(3), 60));
        await harbor.AppendAsync(Story.ThisMonth, story.Month(Story.ThisMonth, 40));
        await Until.TrueAsync(async () => await HarborFixture.CountAsync(reporting.Services) == story.Facts.Count, "every fact is counted");
        await Until.TrueAsync(async () => (await GetAsync(Funder)).StatusCode == HttpStatusCode.OK, "the journals are read in full");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static Person Funder => new(Roles.Funder) { Hub = HarborFixture.Hub };

    [Fact]
    public async Task The_whole_story_of_a_report()
    {
        await An_agency_sees_its_own_row_exactly();
        await Others_see_nothing_small_and_nothing_false();
        await Only_who_may_gets_it();
        await It_comes_as_csv_too();
        await A_rebuild_gives_the_same_and_nothing_partial_meanwhile();
    }

    private async Task An_agency_sees_its_own_row_exactly()
    {
        foreach (var own in story.Agencies)
        {
            using var report = await ReportAsync(Analyst(own));
            foreach (var month in report.RootElement.GetProperty("months").EnumerateArray())
            {
                var start = DateOnly.Parse(month.GetProperty("month").GetString() + "-01", System.Globalization.CultureInfo.InvariantCulture);
                var figures = month.GetProperty("agencies").EnumerateArray().Single(row => row.GetProperty("agencyId").GetGuid() == own).GetProperty("figures");
                Assert.Equal(story.Count<ReferralMade>(start, f => f.FromAgencyId, own, f => f.MadeOn), Value(figures, "made"));
                Assert.Equal(story.Count<ReferralAccepted>(start, f => f.ToAgencyId, own, f => f.AcceptedOn), Value(figures, "accepted"));
                Assert.Equal(story.Count<ReferralDeclined>(start, f => f.ToAgencyId, own, f => f.DeclinedOn), Value(figures, "declined"));
                Assert.Equal(story.Count<ReferralRevoked>(start, f => f.FromAgencyId, own, f => f.RevokedOn), Value(figures, "revoked"));
                Assert.Equal(story.Count<ReferralOverdue>(start, f => f.ToAgencyId, own, f => f.OverdueOn), Value(figures, "overdue"));
                foreach (var reason in figures.GetProperty("declinedByReason").EnumerateObject())
                {
                    Assert.Equal(
                        story.Facts.OfType<ReferralDeclined>().Count(f => f.ToAgencyId == own && Story.Within(start, f.DeclinedOn) && f.Reason.ToString() == reason.Name),
                        reason.Value.GetProperty("value").GetDecimal());
                }

                var median = figures.GetProperty("medianHoursToResponse");
                Assert.Equal(story.Median(start, own), median.ValueKind == JsonValueKind.Null ? null : median.GetProperty("value").GetDecimal());
            }
        }
    }

    private async Task Others_see_nothing_small_and_nothing_false()
    {
        using var report = await ReportAsync(Funder);
        var months = report.RootElement.GetProperty("months").EnumerateArray().ToList();
        Assert.DoesNotContain(months, month => month.GetProperty("month").GetString() == $"{Story.ThisMonth:yyyy-MM}");
        Assert.Contains(report.RootElement.GetProperty("notYetPublished").EnumerateArray(), month => month.GetString() == $"{Story.ThisMonth:yyyy-MM}");
        foreach (var month in months)
        {
            var rows = month.GetProperty("agencies").EnumerateArray().ToList();
            Assert.Equal(story.Agencies.Order(), rows.Select(row => row.GetProperty("agencyId").GetGuid()));
            foreach (var figures in rows.Select(row => row.GetProperty("figures")).Append(month.GetProperty("hub")))
            {
                foreach (var name in new[] { "made", "accepted", "declined", "revoked", "overdue" })
                    Assert.False(figures.GetProperty(name).TryGetProperty("value", out var value) && value.GetDecimal() is > 0 and < 11);
            }
        }

        // The second month has enough to show the hub's sums, and they are true.
        var second = months[1].GetProperty("hub");
        Assert.Equal(story.Facts.OfType<ReferralMade>().Count(f => Story.Within(Story.Start.AddMonths(1), f.MadeOn)), Value(second, "made"));
        Assert.True(months[0].GetProperty("hub").GetProperty("made").GetProperty("suppressed").GetBoolean());

        using var analyst = await ReportAsync(Analyst(story.Agencies[0]));
        var seen = analyst.RootElement.GetProperty("months").EnumerateArray().Where(month => month.GetProperty("published").GetBoolean()).ToList();
        for (var i = 0; i < months.Count; i++)
        {
            Assert.Equal(months[i].GetProperty("hub").GetRawText(), seen[i].GetProperty("hub").GetRawText());
            Assert.Equal(
                RowsBut(months[i], story.Agencies[0]), RowsBut(seen[i], story.Agencies[0]));
        }
    }

    private async Task Only_who_may_gets_it()
    {
        OpenRoutes.AreOnly(reporting.Services);
        foreach (var role in Roles.All)
        {
            var allowed = role is Roles.Analyst or Roles.Supervisor or Roles.Coordinator or Roles.HubAdmin or Roles.CoreGroup or Roles.Funder;
            Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await GetAsync(PersonIn(role))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Funder with { Hub = "prairie" })).StatusCode);
        foreach (var query in new[] { "", "?from=2026-01", "?from=2026-13&to=2026-14", "?from=2026-05&to=2026-04", "?from=2024-01&to=2026-01", "?from=2026-1&to=2026-02" })
            Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(Funder, query)).StatusCode);
    }

    private async Task It_comes_as_csv_too()
    {
        using var client = await harbor.ClientAsync(HarborFixture.Reporting, Funder);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        using var answer = await client.GetAsync(Query());
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("month,published,agencyId,agency,figure,value,suppressed", lines[0]);
        Assert.Contains(lines, line => line.StartsWith($"{Story.Start:yyyy-MM},true,,(hub),made,,true", StringComparison.Ordinal));
    }

    private async Task A_rebuild_gives_the_same_and_nothing_partial_meanwhile()
    {
        var before = (Report: await FiguresAsync(await GetAsync(Funder)), Content: await HarborFixture.ContentAsync(reporting.Services));
        using var ops = await harbor.ClientAsync(HarborFixture.Reporting, new Person(Roles.Ops));
        using var forbidden = await (await harbor.ClientAsync(HarborFixture.Reporting, Funder)).PostAsync("/rebuilds", null);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);

        using var started = await ops.PostAsync("/rebuilds", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await NothingPartialUntilItIsAsAsync(before.Report);
        Assert.Equal(before.Content, await HarborFixture.ContentAsync(reporting.Services));
        using var rebuild = JsonDocument.Parse(await ops.GetStringAsync(started.Headers.Location));
        Assert.NotEqual(JsonValueKind.Null, rebuild.RootElement.GetProperty("completedAt").ValueKind);

        // One that cannot end yet: no figure is given out, though nearly all are there.
        await HarborFixture.SetBackAsync(reporting.Services, to: 100, of: story.Facts.Count + 1);
        using var meanwhile = await GetAsync(Funder);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, meanwhile.StatusCode);
        Assert.NotNull(meanwhile.Headers.RetryAfter);

        // As it stands when the service dies in the middle of one: it goes on when it is started again.
        await HarborFixture.SetBackAsync(reporting.Services, to: 100, of: story.Facts.Count);
        await reporting.DisposeAsync();
        reporting = await harbor.StartReportingAsync();
        await NothingPartialUntilItIsAsAsync(before.Report);
        Assert.Equal(before.Content, await HarborFixture.ContentAsync(reporting.Services));
    }

    private Task NothingPartialUntilItIsAsAsync(string report) => Until.TrueAsync(async () =>
    {
        using var answer = await GetAsync(Funder);
        if (answer.IsSuccessStatusCode)
            Assert.Equal(report, await FiguresAsync(answer));
        else
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return answer.IsSuccessStatusCode;
    }, "the rebuild is complete");

    private static async Task<string> FiguresAsync(HttpResponseMessage answer)
    {
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return report.RootElement.GetProperty("months").GetRawText();
    }

    private static Person Analyst(Guid agency) =>
        new(Roles.Analyst) { Hub = HarborFixture.Hub, AgencyId = agency, AgencyClass = AgencyClass.VictimServices };

    private Person PersonIn(string role) => role switch
    {
        Roles.PlatformAdmin or Roles.Ops or Roles.Service => new Person(role),
        Roles.Coordinator => new Person(role) { Hub = HarborFixture.Hub, TaskForceId = Guid.NewGuid() },
        Roles.CoreGroup => Analyst(story.Agencies[0]) with { Roles = [role], TaskForceId = Guid.NewGuid(), SeatId = Guid.NewGuid() },
        Roles.Investigator => new Person(role) { Hub = HarborFixture.Hub, AgencyId = Guid.NewGuid(), AgencyClass = AgencyClass.LawEnforcement },
        Roles.Prosecutor => new Person(role) { Hub = HarborFixture.Hub, AgencyId = Guid.NewGuid(), AgencyClass = AgencyClass.Prosecution },
        Roles.AgencyAdmin or Roles.CaseWorker or Roles.Supervisor or Roles.Analyst => Analyst(story.Agencies[0]) with { Roles = [role] },
        _ => new Person(role) { Hub = HarborFixture.Hub },
    };

    private static string Query() => $"/referral-report?from={Story.Range.From}&to={Story.Range.To}";

    private async Task<HttpResponseMessage> GetAsync(Person? person, string? query = null)
    {
        using var client = await harbor.ClientAsync(HarborFixture.Reporting, person);
        return await client.GetAsync(query is null ? Query() : "/referral-report" + query);
    }

    private async Task<JsonDocument> ReportAsync(Person person)
    {
        using var answer = await GetAsync(person);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static decimal Value(JsonElement figures, string name) => figures.GetProperty(name).GetProperty("value").GetDecimal();

    private static IEnumerable<string> RowsBut(JsonElement month, Guid agency) => month.GetProperty("agencies").EnumerateArray()
        .Where(row => row.GetProperty("agencyId").GetGuid() != agency).Select(row => row.GetRawText());
}
