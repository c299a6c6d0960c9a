using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Identity.Keys;
using Identity.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Attack.Tests.Platform;

/// <summary>
/// Signs with Identity's own key, taken out of its key ring: so a token that is refused is refused for what was altered
/// in it, and anybody can be acted as without being registered first.
/// </summary>
public sealed class TokenMint
{
    private readonly TimeProvider time;

    private TokenMint(ECDsa key, SigningKey published, string issuer, TimeProvider time) =>
        (Key, Published, Issuer, this.time) = (key, published, issuer, time);

    public ECDsa Key { get; }

    public SigningKey Published { get; }

    public string Issuer { get; }

    public static async Task<TokenMint> OfAsync(IServiceProvider identity, string issuer, TimeProvider time)
    {
        await using var scope = identity.CreateAsyncScope();
        var now = time.GetUtcNow();
        var signing = await scope.ServiceProvider.GetRequiredService<IdentityDb>().SigningKeys.AsNoTracking()
            .Where(key => key.SignsFrom <= now).OrderByDescending(key => key.Number).FirstAsync();
        var protector = identity.GetRequiredService<IDataProtectionProvider>().CreateProtector("Identity.SigningKeys.v1");
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(signing.ProtectedPrivateKey), out _);
        return new TokenMint(key, signing, issuer, time);
    }

    public JsonObject Header() => new() { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = Published.KeyId };

    /// <summary>What Identity would say of this person.</summary>
    public JsonObject Claims(Person person)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var subject = SubjectOf(person);
        var claims = new JsonObject
        {
            ["iss"] = Issuer, ["aud"] = "fourth-p", ["iat"] = now, ["exp"] = now + 600, ["sub"] = subject, ["client_id"] = subject,
            ["jti"] = Guid.NewGuid().ToString("N"), ["role"] = new JsonArray([.. person.Roles.Select(role => (JsonNode)role)]),
        };
        if (person.AgencyId is { } agency) claims["agency"] = agency.ToString();
        if (person.AgencyClass is { } agencyClass) claims["agency_class"] = agencyClass.ToString();
        if (person.Hub is { } hub) claims["hub"] = hub;
        if (person.TaskForceId is { } taskForce) claims["task_force"] = taskForce.ToString();
        if (person.SeatId is { } seat) claims["seat"] = seat.ToString();
        return claims;
    }

    public string TokenFor(Person person) => Jwt.Signed(Header(), Claims(person), Jwt.With(Key));

    /// <summary>The same person has the same subject.</summary>
    public static string SubjectOf(Person person) =>
        $"{string.Join('-', person.Roles)}-{person.AgencyId?.ToString("N")[^12..]}{person.TaskForceId?.ToString("N")[^12..]}{person.Hub}";
}
