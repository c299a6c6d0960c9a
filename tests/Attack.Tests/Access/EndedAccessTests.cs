using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Attack.Tests.Platform;
using Attack.Tests.Requests;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using ServiceDefaults.Access;
using Testing;
using Xunit.Abstractions;

namespace Attack.Tests.Access;

/// <summary>
/// Release-of-information, rule 12, across the whole platform: Membership or Identity ends it, the broker tells, and every
/// service refuses the token that has not expired. What each service does with it alone is in its own tests.
/// </summary>
[Collection(AttackedPlatform.Name)]
public sealed class EndedAccessTests(AttackedPlatform platform, ITestOutputHelper output)
{
    /// <summary>What one person in all of these roles may ask of each service, and of all of them through the gateway.</summary>
    private static readonly (string Service, string Path)[] Open =
    [
        ("identity", "/clients"), ("membership", "/task-forces"), ("case-referral", "/clients"),
        (AttackedPlatform.Reporting, "/referral-report?from=2026-01&to=2026-01"),
        ("gateway", "/api/identity/clients"), ("gateway", "/api/membership/task-forces"), ("gateway", "/api/case-referral/clients"),
        ("gateway", "/api/reporting/harbor/referral-report?from=2026-01&to=2026-01"),
    ];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whose_seat_client_or_membership_ended_or_rests_is_refused_everywhere_within_a_minute()
    {
        await platform.UntilQuietAsync();
        var leaving = await platform.MoreAgenciesAsync("leaving");
        var (resting, going, gone) = (
            await platform.MoreAgenciesAsync("resting"), await platform.MoreAgenciesAsync("going"), await platform.MoreAgenciesAsync("gone"));
        var (seated, registered, member, stays) = (
            await SeatedAsync(platform.Home), await SeatedAsync(platform.Home), await SeatedAsync(leaving), await SeatedAsync(platform.Home));
        var other = await platform.TokenAsync(stays);
        await Task.WhenAll(
            TryAsync("an ended seat", seated, (person, _) => EndSeatAsync(person, platform.Home.As(Roles.Coordinator))),
            TryAsync("a removed client", registered, RemoveClientAsync),
            TryAsync("an agency that left", member, LeaveAsync),
            TryAsync("a suspended agency", await SeatedAsync(resting), (person, _) => SuspendAsync(resting, person)),
            TryAsync("a removed agency", await SeatedAsync(going), (person, _) => RemoveAsync(going, person)),
            // The last of its people leaves, and its token for the task force is still good.
            TryAsync("an agency that is no more", Administering(gone), (person, _) => CloseAsync(gone, person)));
        foreach (var (service, path) in Open) Assert.Equal(HttpStatusCode.OK, await AskAsync(service, path, other));
    }

    private async Task TryAsync(string what, Person ends, Func<Person, string, Task> end)
    {
        var token = await platform.TokenAsync(ends);
        foreach (var (service, path) in Open) Assert.Equal(HttpStatusCode.OK, await AskAsync(service, path, token));

        await end(ends, token);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Open.Select(async open =>
        {
            await Until.TrueAsync(async () => await AskAsync(open.Service, open.Path, token) == HttpStatusCode.Unauthorized, $"{open.Service} refuses {what}", Minute);
            output.WriteLine($"{what}: {open.Service} {open.Path} refuses after {watch.Elapsed.TotalSeconds:0.0} s");
        }));
        Assert.True(watch.Elapsed < Minute, $"{what}: {watch.Elapsed}");
    }

    /// <summary>A supervisor and administrator of the agency, in a seat of the agency's.</summary>
    private async Task<Person> SeatedAsync(Place place)
    {
        var seat = await new Belongings(platform, "membership").SeatAsync(place);
        return Administering(place) with { SeatId = Guid.Parse(seat) };
    }

    private static Person Administering(Place place) => place.As(Roles.Supervisor) with { Roles = [Roles.Supervisor, Roles.AgencyAdmin] };

    private Task<JsonElement> EndSeatAsync(Person person, Person by) => ChangeAsync(
        "membership", HttpMethod.Post, $"/task-forces/{person.TaskForceId}/seats/{person.SeatId}/end", by, new { reason = "Moved" });

    private Task RemoveClientAsync(Person person, string token) =>
        ChangeAsync("identity", HttpMethod.Delete, $"/clients/{new JsonWebToken(token).Subject}", new Person(Roles.PlatformAdmin), null);

    private Task LeaveAsync(Person person, string token) => ChangeAsync(
        "membership", HttpMethod.Delete, $"/task-forces/{person.TaskForceId}/members/{person.AgencyId}", person, null);

    private async Task SuspendAsync(Place place, Person person) => await ChangeAsync(
        "membership", HttpMethod.Post, $"{MemberOf(person)}/suspension", place.As(Roles.Coordinator), new { reason = "Its licence is under review." });

    /// <summary>By notice, answer and decision, under terms that the members of its task force have adopted.</summary>
    private async Task RemoveAsync(Place place, Person person)
    {
        var coordinator = place.As(Roles.Coordinator);
        await ChangeAsync("membership", HttpMethod.Put, $"/task-forces/{place.TaskForceId}/membership-terms", coordinator, new
        {
            decisionId = await DecidedAsync(place, "MembershipTerms", subjectId: null), openness = "Restricted", process = "Vote", noticeDays = 14,
            criteria = Array.Empty<string>(), expectations = Array.Empty<string>(), causes = new[] { "Breach of confidentiality." },
        });
        var notice = await ChangeAsync(
            "membership", HttpMethod.Post, $"{MemberOf(person)}/removal-notice", coordinator, new { cause = 1, statement = "As is known." });
        await ChangeAsync("membership", HttpMethod.Post, $"{MemberOf(person)}/removal-answer", person, new { answer = "We have trained since." });
        await ChangeAsync("membership", HttpMethod.Post, $"{MemberOf(person)}/removal", coordinator, new
        {
            decisionId = await DecidedAsync(place, "Removal", notice.GetProperty("id").GetGuid()), reason = "It happened again.",
        });
    }

    /// <summary>Its last seat ends, as if it had been quiet since for as long as closing takes.</summary>
    private async Task CloseAsync(Place place, Person person)
    {
        await EndSeatAsync(person with { SeatId = place.CoreGroupSeat }, place.As(Roles.Coordinator));
        await using (var scope = platform.Services["membership"].CreateAsyncScope())
        {
            var longAgo = DateTimeOffset.UtcNow.AddDays(-60);
            var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
            await db.Seats.Where(seat => seat.TaskForceId == place.TaskForceId && seat.AgencyId == person.AgencyId)
                .ExecuteUpdateAsync(seat => seat.SetProperty(row => row.EndedAt, longAgo));
            await db.Members
                .Where(member => member.TaskForceId == place.TaskForceId && member.AgencyId == person.AgencyId)
                .ExecuteUpdateAsync(member => member.SetProperty(row => row.JoinedAt, longAgo));
        }

        await ChangeAsync("membership", HttpMethod.Post, $"{MemberOf(person)}/closure", place.As(Roles.HubAdmin), new { reason = "It closed its doors." });
    }

    /// <summary>By the vote of all members.</summary>
    private async Task<Guid> DecidedAsync(Place place, string about, Guid? subjectId)
    {
        var decision = await ChangeAsync("membership", HttpMethod.Post, $"/task-forces/{place.TaskForceId}/decisions", place.As(Roles.Coordinator), new
        {
            about, subjectId, question = "Shall we?", method = "Vote", decidedOn = Belongings.Today,
            ballots = place.Agencies.Values.Select(voterId => new { voterId, choice = "Yes" }),
        });
        return decision.GetProperty("id").GetGuid();
    }

    private static string MemberOf(Person person) => $"/task-forces/{person.TaskForceId}/members/{person.AgencyId}";

    private async Task<JsonElement> ChangeAsync(string service, HttpMethod method, string path, Person by, object? body)
    {
        using var answer = await platform.SendAsync(service, method, path, by, body is null ? null : JsonContent.Create(body), ifMatch: "*");
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return said.Length == 0 ? default : JsonDocument.Parse(said).RootElement;
    }

    private async Task<HttpStatusCode> AskAsync(string service, string path, string token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await platform.To(service).SendAsync(message);
        return answer.StatusCode;
    }
}
