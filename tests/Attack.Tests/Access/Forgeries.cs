using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Attack.Tests.Platform;
using Testing;

namespace Attack.Tests.Access;

/// <summary>Tokens that would open everything to this person, but for one thing that is wrong with each.</summary>
internal static class Forgeries
{
    public static IEnumerable<(string Name, string? Token)> Of(TokenMint mint, AttackersKeys attacker, Person person) =>
        [("none", null), .. Claims(mint, person), .. Signatures(mint, attacker, person), .. OwnKeys(mint, attacker, person)];

    private static IEnumerable<(string, string?)> Claims(TokenMint mint, Person person)
    {
        (string, string?) With(string name, string claim, JsonNode? value) => (name, Signed(mint, person, claims => Put(claims, claim, value)));
        var now = (long)mint.Claims(person)["iat"]!;
        yield return With("expired", "exp", now - 60);
        yield return With("expired long ago", "exp", 1);
        yield return With("without an end", "exp", null);
        yield return With("that lives for a day", "exp", now + 86_400);
        yield return With("of tomorrow", "nbf", now + 120);
        yield return With("for another audience", "aud", "another");
        yield return With("for nobody", "aud", null);
        yield return With("for others only", "aud", new JsonArray("another", "fourth-p-too"));
        yield return With("of another issuer", "iss", "https://attacker.example");
        yield return With("of nearly our issuer", "iss", $"{mint.Issuer}/");
        yield return With("of no issuer", "iss", null);
        yield return With("without a subject", "sub", null);
        yield return With("of an empty subject", "sub", "");
        yield return ("of another type", Signed(mint, person, header: header => header["typ"] = "logout+jwt"));
        yield return ("of no type", Signed(mint, person, header: header => header.Remove("typ")));
        yield return ("with extensions that must be understood", Signed(mint, person, header: header => header["crit"] = new JsonArray("b64")));
    }

    private static IEnumerable<(string, string?)> Signatures(TokenMint mint, AttackersKeys attacker, Person person)
    {
        var good = mint.TokenFor(person);
        var content = good[..good.LastIndexOf('.')];
        yield return ("that is none", "zq7mark");
        yield return ("without a signature", content);
        yield return ("with an empty signature", $"{content}.");
        yield return ("with another token's signature", content + mint.TokenFor(person)[good.LastIndexOf('.')..]);
        yield return ("with a signature cut short", good[..^4]);
        yield return ("whose claims were altered", content.Split('.')[0] + "." + mint.TokenFor(person with { Hub = "elsewhere" }).Split('.')[1] + good[good.LastIndexOf('.')..]);
        foreach (var none in new[] { "none", "None", "nOnE", "" })
            yield return ($"of the algorithm '{none}'", Signed(mint, person, header: header => header["alg"] = none, sign: _ => []));

        // The public key is public: as the secret of a shared one it would sign for everybody.
        var point = mint.Key.ExportParameters(includePrivateParameters: false).Q;
        foreach (var secret in new[] { mint.Key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(mint.Key.ExportSubjectPublicKeyInfoPem()), [.. point.X!, .. point.Y!] })
            yield return ("signed with the public key as a shared secret", Signed(mint, person, header: header => header["alg"] = "HS256", sign: data => HMACSHA256.HashData(secret, data)));
        yield return ("of RS256", Signed(mint, person, header: header => header["alg"] = "RS256", sign: data => attacker.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        yield return ("of PS256", Signed(mint, person, header: header => header["alg"] = "PS256", sign: data => attacker.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        yield return ("of ES384", Signed(mint, person, header: header => header["alg"] = "ES384", sign: Jwt.With(attacker.LongKey, HashAlgorithmName.SHA384)));
        yield return ("of our key under another algorithm's name", Signed(mint, person, header: header => header["alg"] = "ES384", sign: Jwt.With(mint.Key, HashAlgorithmName.SHA384)));
        yield return ("of our key with a signature of another form", Signed(mint, person, sign: data => mint.Key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    /// <summary>The attacker's key, offered in every way that a header has.</summary>
    private static IEnumerable<(string, string?)> OwnKeys(TokenMint mint, AttackersKeys attacker, Person person)
    {
        string By(Action<JsonObject> header) => Signed(mint, person, header: header, sign: Jwt.With(attacker.Key));
        yield return ("of a foreign key under our key's id", By(_ => { }));
        yield return ("of a foreign key", By(header => header["kid"] = "attacker"));
        yield return ("of a foreign key without an id", By(header => header.Remove("kid")));
        yield return ("of a key that is a path", By(header => header["kid"] = "../../dev/null"));
        foreach (var keepId in new[] { true, false })
        {
            string Offering(string member, JsonNode value) => By(header =>
            {
                if (!keepId) header["kid"] = "attacker";
                header[member] = value;
            });
            yield return ("that says where its keys are (jku)", Offering("jku", $"{attacker.Address}/jwks.json"));
            yield return ("that says where its certificate is (x5u)", Offering("x5u", $"{attacker.Address}/chain.pem"));
            yield return ("that brings its key (jwk)", Offering("jwk", attacker.Jwk()));
            yield return ("that brings its certificate (x5c)", Offering("x5c", attacker.Chain()));
        }

        yield return ("whose issuer is the attacker's server", Signed(
            mint, person, claims => claims["iss"] = attacker.Address, header => header["kid"] = "attacker", Jwt.With(attacker.Key)));
    }

    private static string Signed(
        TokenMint mint, Person person, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, Func<byte[], byte[]>? sign = null)
    {
        var (itsHeader, itsClaims) = (mint.Header(), mint.Claims(person));
        header?.Invoke(itsHeader);
        claims?.Invoke(itsClaims);
        return Jwt.Signed(itsHeader, itsClaims, sign ?? Jwt.With(mint.Key));
    }

    private static void Put(JsonObject claims, string claim, JsonNode? value)
    {
        if (value is null) claims.Remove(claim);
        else claims[claim] = value;
    }
}
