using System.Net;
using Contracts;

namespace Identity.Tests;

/// <summary>Who may register what: caller × client, by the answer's status.</summary>
public sealed class ClientRulesTests(ClientRulesTests.Cast cast) : IClassFixture<ClientRulesTests.Cast>
{
    private static readonly Guid Shelter = Guid.NewGuid();
    private static readonly Guid Police = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();
    private static readonly Guid TaskForce = Guid.NewGuid();
    private static readonly Guid OtherTaskForce = Guid.NewGuid();
    private static readonly Guid Seat = Guid.NewGuid();
    private static readonly Guid EndedSeat = Guid.NewGuid();

    public static TheoryData<string, string, int> Matrix => new()
    {
        // The platform's administrator.
        { "platform-admin", "platform-admin", 201 }, { "platform-admin", "ops", 201 }, { "platform-admin", "service", 201 },
        { "platform-admin", "data-protection", 201 }, { "platform-admin", "platform-admin data-protection", 201 },
        { "platform-admin", "hub-admin @harbor", 201 }, { "platform-admin", "case-worker @harbor shelter", 201 },
        { "platform-admin", "funder", 201 }, { "platform-admin", "case-worker @harbor unlisted", 201 },
        // What no one may make, because it does not fit together.
        { "platform-admin", "king", 400 }, { "platform-admin", "funder funder", 400 }, { "platform-admin", "", 400 },
        { "platform-admin", "platform-admin case-worker @harbor shelter", 400 }, { "platform-admin", "platform-admin @harbor", 400 },
        { "platform-admin", "service analyst", 400 }, { "platform-admin", "hub-admin", 400 }, { "platform-admin", "hub-admin @harbor shelter", 400 },
        { "platform-admin", "case-worker @harbor", 400 }, { "platform-admin", "case-worker @harbor police", 400 },
        { "platform-admin", "investigator @harbor shelter", 400 }, { "platform-admin", "prosecutor @harbor police", 400 },
        { "platform-admin", "investigator @harbor police", 201 }, { "platform-admin", "coordinator @harbor", 400 },
        { "platform-admin", "coordinator @harbor tf", 201 }, { "platform-admin", "case-worker shelter", 400 },
        { "platform-admin", "case-worker @harbor shelter seat", 400 }, { "platform-admin", "case-worker @harbor shelter tf seat", 201 },
        // Who is in the core group, a seat says.
        { "platform-admin", "core-group @harbor tf", 400 }, { "hub-admin", "core-group @harbor tf", 400 },
        { "hub-admin", "core-group @harbor shelter tf", 400 }, { "hub-admin", "core-group @harbor shelter tf seat", 201 },
        { "hub-admin", "core-group @harbor shelter tf ended-seat", 422 }, { "agency-admin", "core-group @harbor shelter tf seat", 403 },
        // The audit names every agency's intakes and referrals by the minute: whoever reads it acts for no agency.
        { "platform-admin", "data-protection @harbor police", 400 }, { "platform-admin", "data-protection investigator @harbor police", 400 },
        { "hub-admin", "data-protection @harbor police", 400 }, { "platform-admin", "data-protection coordinator @harbor tf", 400 },
        // What contradicts the directory.
        { "platform-admin", "case-worker @lakes shelter", 422 }, { "platform-admin", "investigator @harbor shelter-as-police", 422 },
        { "platform-admin", "coordinator @lakes tf", 422 }, { "platform-admin", "case-worker @harbor shelter tf ended-seat", 422 },
        { "platform-admin", "investigator @harbor police tf seat", 422 },
        // A hub's administrator: its own hub, nobody like itself or above.
        { "hub-admin", "coordinator @harbor tf", 201 }, { "hub-admin", "agency-admin @harbor shelter", 201 },
        { "hub-admin", "case-worker @harbor shelter", 403 }, { "hub-admin", "supervisor @harbor shelter", 403 },
        { "hub-admin", "analyst @harbor shelter", 403 }, { "hub-admin", "agency-admin case-worker @harbor shelter", 403 },
        { "hub-admin", "data-protection @harbor", 403 }, { "hub-admin", "funder @harbor", 201 },
        { "hub-admin", "data-protection", 403 }, { "hub-admin", "platform-admin", 403 }, { "hub-admin", "ops", 403 },
        { "hub-admin", "service", 403 }, { "hub-admin", "hub-admin @harbor", 403 }, { "hub-admin", "hub-admin @lakes", 403 },
        { "hub-admin", "coordinator @lakes other-tf", 403 }, { "hub-admin", "agency-admin @lakes elsewhere", 403 },
        { "hub-admin", "agency-admin @harbor elsewhere", 422 }, { "hub-admin", "agency-admin @harbor unlisted", 422 },
        { "hub-admin", "coordinator @harbor other-tf", 422 }, { "hub-admin", "coordinator @harbor unlisted-tf", 422 },
        { "hub-admin", "agency-admin @harbor shelter-as-police", 422 }, { "hub-admin", "funder", 403 },
        // An agency's administrator: its own agency, agency roles.
        { "agency-admin", "case-worker @harbor shelter", 201 }, { "agency-admin", "agency-admin @harbor shelter", 201 },
        { "agency-admin", "supervisor @harbor shelter tf seat", 201 }, { "agency-admin", "case-worker @harbor shelter tf", 201 },
        { "agency-admin", "case-worker @harbor shelter tf ended-seat", 422 }, { "agency-admin", "case-worker @harbor shelter unlisted-tf", 422 },
        { "agency-admin", "supervisor @harbor police", 403 }, { "agency-admin", "case-worker @lakes shelter", 403 },
        { "agency-admin", "investigator @harbor shelter-as-police", 403 }, { "agency-admin", "coordinator @harbor shelter tf", 403 },
        { "agency-admin", "hub-admin @harbor", 403 }, { "agency-admin", "ops", 403 }, { "agency-admin", "data-protection @harbor", 403 },
        { "agency-admin", "funder @harbor shelter", 403 },
        // Everybody else.
        { "case-worker", "case-worker @harbor shelter", 403 }, { "ops", "funder", 403 }, { "coordinator", "funder", 403 },
        { "data-protection", "funder", 403 }, { "service", "funder", 403 },
    };

    [Theory, MemberData(nameof(Matrix))]
    public async Task Registering(string caller, string client, int status)
    {
        using var answer = await cast.Identity.SendAsync(cast.Who[caller], HttpMethod.Post, "/clients", Request(client));
        Assert.True((int)answer.StatusCode == status, $"{caller} registers {client}: {await answer.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("hub-admin", "hub-admin", HttpStatusCode.Forbidden)]
    [InlineData("hub-admin", "agency-admin", HttpStatusCode.PreconditionRequired)]
    [InlineData("hub-admin", "platform-admin", HttpStatusCode.NotFound)]
    [InlineData("agency-admin", "case-worker", HttpStatusCode.PreconditionRequired)]
    [InlineData("agency-admin", "coordinator", HttpStatusCode.NotFound)]
    [InlineData("agency-admin", "hub-admin", HttpStatusCode.NotFound)]
    [InlineData("case-worker", "case-worker", HttpStatusCode.Forbidden)]
    public async Task Ending(string caller, string client, HttpStatusCode status)
    {
        using var answer = await cast.Identity.SendAsync(cast.Who[caller], HttpMethod.Delete, $"/clients/{cast.Who[client].ClientId}");
        Assert.Equal(status, answer.StatusCode);
        using var secret = await cast.Identity.SendAsync(cast.Who[caller], HttpMethod.Post, $"/clients/{cast.Who[client].ClientId}/secrets");
        Assert.Equal(status, secret.StatusCode);
    }

    public static TheoryData<string, string> Invalid => new()
    {
        { "name", """{"name":"","roles":["funder"]}""" },
        { "name", """{"roles":["funder"]}""" },
        { "roles", """{"name":"x","roles":[]}""" },
        { "hub", """{"name":"x","roles":["hub-admin"],"hub":"Not A Hub"}""" },
        { "scopes", """{"name":"x","roles":["funder"],"scopes":["two words"]}""" },
        { "jwks", """{"name":"x","roles":["funder"],"jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]}}""" },
        { "jwks", """{"name":"x","roles":["funder"],"jwks":{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}}""" },
        { "jwks", """{"name":"x","roles":["funder"],"jwks":{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}}""" },
        { "jwks", """{"name":"x","roles":["funder"],"jwks":{"keys":[]}}""" },
        { "shoeSize", """{"name":"x","roles":["funder"],"shoeSize":44}""" },
    };

    [Theory, MemberData(nameof(Invalid))]
    public async Task An_invalid_request_is_told_its_field(string field, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/clients") { Content = new StringContent(body, null, "application/json") };
        request.Headers.Authorization = new("Bearer", await cast.Identity.TokenAsync(cast.Identity.Admin));
        using var answer = await cast.Identity.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadAsStringAsync();
        Assert.Contains(field, problem, StringComparison.Ordinal);
    }

    /// <summary>"roles… @hub agency tf seat", in any number.</summary>
    private static object Request(string client)
    {
        var words = client.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (Guid? agencyId, string? agencyClass) = words switch
        {
            _ when words.Contains("shelter") => ((Guid?)Shelter, "VictimServices"),
            _ when words.Contains("police") => ((Guid?)Police, "LawEnforcement"),
            _ when words.Contains("shelter-as-police") => ((Guid?)Shelter, "LawEnforcement"),
            _ when words.Contains("elsewhere") => ((Guid?)Elsewhere, "VictimServices"),
            _ when words.Contains("unlisted") => ((Guid?)Guid.NewGuid(), "VictimServices"),
            _ => default((Guid?, string?)),
        };
        string[] places = ["shelter", "police", "shelter-as-police", "elsewhere", "unlisted", "tf", "other-tf", "unlisted-tf", "seat", "ended-seat"];
        return new
        {
            name = "One",
            roles = words.Where(word => word[0] != '@' && !places.Contains(word)),
            hub = words.FirstOrDefault(word => word[0] == '@')?[1..],
            agencyId,
            agencyClass,
            taskForceId = words.Contains("tf") ? TaskForce : words.Contains("other-tf") ? OtherTaskForce
                : words.Contains("unlisted-tf") ? Guid.NewGuid() : (Guid?)null,
            seatId = words.Contains("seat") ? Seat : words.Contains("ended-seat") ? EndedSeat : (Guid?)null,
        };
    }

    /// <summary>Somebody of each role, and a directory.</summary>
    public sealed class Cast : IAsyncLifetime
    {
        public IdentityFixture Identity { get; } = new();
        public Dictionary<string, Credentials> Who { get; } = [];

        public async Task InitializeAsync()
        {
            await Identity.InitializeAsync();
            await Identity.ListAsync(Shelter, "harbor", AgencyClass.VictimServices);
            await Identity.ListAsync(Police, "harbor", AgencyClass.LawEnforcement);
            await Identity.ListAsync(Elsewhere, "lakes", AgencyClass.VictimServices);
            await Identity.InDbAsync(db =>
            {
                db.AddRange(
                    new Directory.ListedTaskForce { TaskForceId = TaskForce, Hub = "harbor" },
                    new Directory.ListedTaskForce { TaskForceId = OtherTaskForce, Hub = "lakes" },
                    new Directory.ListedMember { TaskForceId = TaskForce, AgencyId = Shelter },
                    new Directory.ListedSeat { SeatId = Seat, AgencyId = Shelter, TaskForceId = TaskForce },
                    new Directory.ListedSeat { SeatId = EndedSeat, AgencyId = Shelter, TaskForceId = TaskForce, Ended = true });
                return db.SaveChangesAsync();
            });
            Who["platform-admin"] = Identity.Admin;
            foreach (var client in new[]
                     {
                         "ops", "service", "data-protection", "hub-admin @harbor", "coordinator @harbor tf",
                         "agency-admin @harbor shelter", "case-worker @harbor shelter",
                     })
            {
                Who[client.Split(' ')[0]] = await Identity.RegisterAsync(Request(client));
            }
        }

        public Task DisposeAsync() => Identity.DisposeAsync();
    }
}
