using System.Collections.Concurrent;
using System.Security.Cryptography;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Keys;

/// <summary>The signing keys in memory. A new key is published long before it signs, so a few seconds' age does no harm.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, KeyMint mint, TimeProvider time)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, ECDsaSecurityKey> opened = new();
    private PublishedKeys read = new([], DateTimeOffset.MinValue);

    public async ValueTask<PublishedKeys> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = Volatile.Read(ref read);
        if (kept.SigningAt(now) is not null && now - kept.ReadAt < FreshFor) return kept;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var fresh = new PublishedKeys(await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken), now);
        Volatile.Write(ref read, fresh);
        return fresh;
    }

    /// <summary>What to sign with now.</summary>
    public async ValueTask<SigningCredentials> SigningCredentialsAsync(CancellationToken cancellationToken)
    {
        var key = (await ReadAsync(cancellationToken)).SigningAt(time.GetUtcNow())
            ?? throw new InvalidOperationException("There is no signing key yet: start the service once with --migrate.");
        return new SigningCredentials(opened.GetOrAdd(key.KeyId, _ => Open(key)), SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>After a key was made or deleted here.</summary>
    public void Forget() => Volatile.Write(ref read, new PublishedKeys([], DateTimeOffset.MinValue));

    public bool CanOpen(SigningKey key)
    {
        try
        {
            opened.GetOrAdd(key.KeyId, _ => mint.Open(key));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private ECDsaSecurityKey Open(SigningKey key)
    {
        try
        {
            return mint.Open(key);
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException(
                $"Signing key {key.KeyId} cannot be decrypted: Identity:KeyRing is not the folder it was made with.", exception);
        }
    }
}
