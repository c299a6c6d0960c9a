using System.Net;
using Identity.Clients;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace Identity.Tokens;

/// <summary>The client where it is known, and why it gets no token.</summary>
internal sealed record Authentication(Client? Client, Refusal? Refusal, bool ToAudit = true);

/// <summary>Finds out whether a caller is the client it says it is.</summary>
internal sealed class ClientAuthentication(
    IdentityDb db, VerificationGate gate, AttemptDelay delay, ClientSecrets secrets, AssertionRules assertions, TimeProvider time)
{
    public async Task<Authentication> AuthenticateAsync(ClientCredentials presented, IPAddress? remote, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        if (!turn.IsAcquired) return new Authentication(null, new Refusal(RefusalReason.Busy, TimeSpan.FromSeconds(2)), ToAudit: false);

        var client = await db.Clients.SingleOrDefaultAsync(known => known.ClientId == presented.ClientId, cancellationToken);
        // A database may compare without regard to case; a client id does not.
        if (client?.ClientId != presented.ClientId) client = null;

        // Looked at within the turn, so that attempts sent at once do not all slip in before the first has failed.
        var key = FailedAttempts.KeyOf(presented.ClientId, remote);
        if (await delay.AtAsync(key, cancellationToken) is { } held)
            return new Authentication(client, new Refusal(RefusalReason.Delayed, held.Wait), held.ToAudit);

        if (await VerifyAsync(client, presented, cancellationToken) is { } reason)
        {
            await delay.CountFailureAsync(key, cancellationToken);
            return new Authentication(client, new Refusal(reason));
        }

        await delay.ForgetAsync(key, cancellationToken);
        return new Authentication(client, null);
    }

    private async Task<RefusalReason?> VerifyAsync(Client? client, ClientCredentials presented, CancellationToken cancellationToken)
    {
        if (presented is ClientCredentials.Secret secret)
        {
            // Before anything else: it takes the same time for a client that is unknown, removed or has no secret.
            var right = secrets.Verify(client, secret.Value);
            return client is null ? RefusalReason.UnknownClient
                : client.IsRemoved ? RefusalReason.RemovedClient
                : client.Jwks is not null ? RefusalReason.WrongMethod
                : right ? null : RefusalReason.WrongSecret;
        }

        if (client is null) return RefusalReason.UnknownClient;
        if (client.IsRemoved) return RefusalReason.RemovedClient;
        var assertion = ((ClientCredentials.Assertion)presented).Token;
        return await assertions.CheckAsync(client, assertion)
            ?? (await UseOnceAsync(client, assertion.Id, AssertionRules.ExpiryOf(assertion), cancellationToken) ? null : RefusalReason.Replayed);
    }

    /// <summary>The unique key decides which of two replicas sees an assertion first.</summary>
    private async Task<bool> UseOnceAsync(Client client, string jti, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var used = new UsedAssertion { Digest = UsedAssertion.DigestOf(client.ClientId, jti), ExpiresAt = expiresAt };
        // Of one that expired and is not yet cleared away nothing must stay: its jti may be used anew.
        await db.UsedAssertions.Where(old => old.Digest == used.Digest && old.ExpiresAt <= time.GetUtcNow()).ExecuteDeleteAsync(cancellationToken);
        db.Add(used);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            db.Entry(used).State = EntityState.Detached;
            return false;
        }
    }
}
