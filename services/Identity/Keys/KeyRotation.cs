using Identity.Audit;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Storage;

namespace Identity.Keys;

/// <summary>Makes keys and clears away those that are over. Whoever is first takes a number; the others see its key.</summary>
internal sealed class KeyRotation(
    IdentityDb db, KeyRing ring, KeyMint mint, IOptions<IdentitySettings> settings, TimeProvider time, ILogger<KeyRotation> logger)
{
    /// <summary>A key that signs at once, where there is none or the ring cannot open what there is.</summary>
    public async Task EnsureKeyAsync(CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(cancellationToken);
        if (keys.Newest is { } newest && ring.CanOpen(newest)) return;
        if (keys.Newest is { } lost)
            logger.LogError("Signing key {KeyId} cannot be decrypted with this key ring; a new one takes its place.", lost.KeyId);
        await MakeAsync(keys, time.GetUtcNow(), "bootstrap", cancellationToken);
    }

    /// <summary>Publishes the next key, which signs after a while. Null where one is already waiting to.</summary>
    public async Task<SigningKey?> RotateAsync(string actor, CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(cancellationToken);
        var now = time.GetUtcNow();
        return keys.Newest?.SignsFrom > now
            ? null
            : await MakeAsync(keys, now + settings.Value.PublishKeysAhead, actor, cancellationToken);
    }

    /// <summary>What the worker does every few minutes.</summary>
    public async Task KeepUpAsync(CancellationToken cancellationToken)
    {
        var keys = await ReadAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (keys.Newest is { } newest && newest.SignsFrom + settings.Value.RotateKeysEvery - settings.Value.PublishKeysAhead <= now)
            await RotateAsync("rotation", cancellationToken);

        foreach (var over in await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken))
        {
            if (!keys.IsOverAt(over, now)) continue;
            await db.SigningKeys.Where(key => key.Id == over.Id).ExecuteDeleteAsync(cancellationToken);
            ring.Forget();
        }
    }

    private async Task<PublishedKeys> ReadAsync(CancellationToken cancellationToken) =>
        new(await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken), time.GetUtcNow());

    private async Task<SigningKey?> MakeAsync(
        PublishedKeys keys, DateTimeOffset signsFrom, string actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = new SigningKey((keys.Newest?.Number ?? 0) + 1, mint.Mint(), now, signsFrom);
        var audited = new AuditEntry(AuditedAction.SigningKeyMade, now) { Actor = actor, KeyId = key.KeyId };
        db.AddRange(key, audited);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return key;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            db.Entry(key).State = EntityState.Detached;
            db.Entry(audited).State = EntityState.Detached;
            return null;
        }
        finally
        {
            ring.Forget();
        }
    }
}
