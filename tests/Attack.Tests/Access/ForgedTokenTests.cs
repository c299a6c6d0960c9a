using System.Collections.Concurrent;
using System.Net;
using Attack.Tests.BadInput;
using Attack.Tests.Platform;
using ServiceDefaults.Access;
using Xunit.Abstractions;

namespace Attack.Tests.Access;

/// <summary>Every route that wants a token, with every token that is not one; and no service ever asks an attacker for his keys.</summary>
[Collection(AttackedPlatform.Name)]
public sealed class ForgedTokenTests(AttackedPlatform platform, ITestOutputHelper output)
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    [Fact]
    public async Task No_forged_token_opens_a_route()
    {
        using var attacker = new AttackersKeys();
        var trials = await Trials.StartAsync(platform);
        var (wrong, asked) = (new ConcurrentBag<string>(), 0);
        foreach (var decision in Decision.ReadAll(platform.Services.Keys).Where(decision => !decision.Anybody))
        {
            var draft = await trials.DraftAsync(decision, decision.May is [var first, ..] ? first : Roles.CaseWorker);
            // Where no role opens it, somebody's own seat does.
            var person = decision.May.Count == 0 ? draft.By! : platform.Home.As(decision.May[0]);
            await Parallel.ForEachAsync(Forgeries.Of(platform.Mint, attacker, person), AtOnce, async (forgery, cancellationToken) =>
            {
                Interlocked.Increment(ref asked);
                using var message = draft.ToMessage(forgery.Token);
                using var answer = await platform.To(decision.Service).SendAsync(message, cancellationToken);
                if (await FaultAsync(answer) is { } fault) wrong.Add($"{decision.Route} with a token {forgery.Name}: {fault}");
            });
        }

        output.WriteLine($"{asked} requests");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
        Assert.Equal(0, attacker.Visits);
    }

    [Theory]
    [InlineData("/api/identity/clients"), InlineData("/api/membership/task-forces"), InlineData("/api/case-referral/clients")]
    [InlineData("/api/reporting/harbor/referral-report?from=2026-01&to=2026-01")]
    public async Task Nor_the_gateway(string path)
    {
        using var attacker = new AttackersKeys();
        var person = platform.Home.As(Roles.Supervisor) with { Roles = [Roles.Supervisor, Roles.AgencyAdmin] };
        using var good = await platform.SendAsync("gateway", HttpMethod.Get, path, person);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        foreach (var (name, token) in Forgeries.Of(platform.Mint, attacker, person))
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, path);
            if (token is not null) message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var answer = await platform.To("gateway").SendAsync(message);
            Assert.True(await FaultAsync(answer) is null, $"{path} with a token {name}: {answer.StatusCode}");
        }

        Assert.Equal(0, attacker.Visits);
    }

    /// <summary>Which is what makes the others mean something: one thing is wrong with each, and nothing with this.</summary>
    [Fact]
    public async Task Our_own_token_says_what_Identitys_says()
    {
        var person = platform.Home.As(Roles.Supervisor);
        var real = ClaimsOf(await platform.TokenAsync(person));
        var minted = ClaimsOf(platform.Mint.TokenFor(person));
        Assert.Equal(real.Select(claim => claim.Key).Order(), minted.Select(claim => claim.Key).Order());
        Assert.All(minted.Where(claim => claim.Key is not ("sub" or "client_id" or "jti" or "iat" or "exp" or "nbf")), claim =>
            Assert.Equal(real[claim.Key]!.ToJsonString(), claim.Value!.ToJsonString()));

        static System.Text.Json.Nodes.JsonObject ClaimsOf(string token) =>
            System.Text.Json.Nodes.JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage answer) =>
        answer.StatusCode != HttpStatusCode.Unauthorized ? $"{(int)answer.StatusCode}"
        : answer.Headers.WwwAuthenticate.FirstOrDefault()?.Scheme != "Bearer" ? "401 without WWW-Authenticate: Bearer"
        : await Refusal.FaultAsync(answer);
}
