using System.Net;
using System.Net.Http.Headers;
using Gateway.Routes;
using Gateway.Tests.Parts;
using ServiceDefaults.Access;
using Testing;

namespace Gateway.Tests;

/// <summary>The gateway before the platform's own Identity, whose keys it asks for directly, not through itself.</summary>
public sealed class OwnIdentityTests(OwnIdentityTests.BehindGateway platform) : IClassFixture<OwnIdentityTests.BehindGateway>
{
    [Fact]
    public async Task A_real_token_opens_it()
    {
        using var gateway = await platform.ClientAsync("gateway", new Person(Roles.Ops));
        using var answer = await gateway.GetAsync("/api/membership/streams");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/streams", platform.Membership.Received.Last().Target);

        // The service behind checks the same token again.
        using var own = await gateway.GetAsync("/api/identity/streams");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var refused = await gateway.GetAsync("/api/identity/audit");
        await ProblemAssert.ProblemAsync(HttpStatusCode.Forbidden, refused);
    }

    [Fact]
    public async Task A_refused_token_request_is_Identitys_own_answer()
    {
        using var gateway = await platform.ClientAsync("gateway");
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("nobody:nothing"u8));
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var answer = await gateway.PostAsync("/api/identity/token", form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_client", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discovery_names_addresses_behind_the_public_prefix()
    {
        using var gateway = await platform.ClientAsync("gateway");
        var document = await gateway.GetStringAsync("/api/identity/.well-known/openid-configuration");
        Assert.Contains("/api/identity/.well-known/jwks.json\"", document, StringComparison.Ordinal);
    }

    public sealed class BehindGateway : PlatformFixture
    {
        public Backend Membership { get; private set; } = null!;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Membership = await Backend.StartAsync(AddressOf("membership").Port);
            await StartAsync<GatewayOptions>("gateway");
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Membership.DisposeAsync();
        }
    }
}
