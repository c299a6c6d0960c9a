using System.Security.Cryptography;
using Identity.Clients;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tokens;

/// <summary>Makes and verifies secrets.</summary>
internal sealed class ClientSecrets(PasswordHasher<Client> hasher, TimeProvider time)
{
    // What is verified where there is no hash to verify against, so that the answer takes as long as any other.
    private static readonly string Dummy = new PasswordHasher<Client>().HashPassword(null!, Random());

    /// <summary>A new secret: 256 random bits behind a tag. Only its hash is kept.</summary>
    public string AddNew(Client client, TimeSpan overlap)
    {
        var tag = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var secret = $"{tag}.{Random()}";
        client.AddSecret(tag, hasher.HashPassword(client, secret), time.GetUtcNow(), overlap);
        return secret;
    }

    /// <summary>A secret from configuration.</summary>
    public void Add(Client client, string secret, TimeSpan overlap) =>
        client.AddSecret("", hasher.HashPassword(client, secret), time.GetUtcNow(), overlap);

    /// <summary>Whether the client's newest secret is this one.</summary>
    public bool IsNewest(Client client, string secret) =>
        client.Secrets.MaxBy(known => known.CreatedAt) is { ExpiresAt: null } newest
        && hasher.VerifyHashedPassword(client, newest.Hash, secret) != PasswordVerificationResult.Failed;

    /// <summary>Whether the secret holds now; renews a hash that was made with fewer rounds than are usual today.</summary>
    public bool Verify(Client? client, string presented)
    {
        var tag = presented.IndexOf('.', StringComparison.Ordinal) is > 0 and <= 32 and var end ? presented[..end] : "";
        var now = time.GetUtcNow();
        var candidates = client?.Secrets
            .Where(secret => secret.HoldsAt(now) && (secret.Tag.Length == 0 || secret.Tag == tag))
            .OrderByDescending(secret => secret.CreatedAt).ToList();
        if (candidates is null or [])
        {
            hasher.VerifyHashedPassword(client!, Dummy, presented);
            return false;
        }

        foreach (var secret in candidates)
        {
            switch (hasher.VerifyHashedPassword(client!, secret.Hash, presented))
            {
                case PasswordVerificationResult.SuccessRehashNeeded:
                    secret.Hash = hasher.HashPassword(client!, presented);
                    return true;
                case PasswordVerificationResult.Success:
                    return true;
            }
        }

        return false;
    }

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}
