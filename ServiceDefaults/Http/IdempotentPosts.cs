using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Http;

/// <summary>Marks an endpoint whose answers are kept for an Idempotency-Key.</summary>
internal sealed record IdempotentPost;

/// <summary>
/// Honours Idempotency-Key: what a POST does, and that it was answered, are one transaction. So an endpoint behind it
/// opens no transaction of its own; it saves, as often as it likes.
/// </summary>
internal sealed class IdempotentPosts(RequestDelegate next, RunningKeys running, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } endpoint || endpoint.GetMetadata<IdempotentPost>() is null
            || !http.Request.Headers.TryGetValue(IdempotencyKey.Header, out var header)
            || http.User.FindFirstValue("sub") is not { } caller
            || http.RequestServices.GetService(typeof(ServiceDb)) is not ServiceDb db)
        {
            await next(http);
            return;
        }

        var key = IdempotencyKey.Parse(header, caller, sealsSecret: endpoint.GetMetadata<SecretAnswer>() is not null);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var digest = key.DigestOf(http.Request, body.GetBuffer().AsSpan(0, (int)body.Length));
        using var held = running.Hold(key);
        if (held is null)
        {
            http.Response.Headers.RetryAfter = "1";
            await Problems.Conflict("request-running", "The first request with this key is still running: wait, then repeat it.").ExecuteAsync(http);
            return;
        }

        var found = await FindAsync(db, key, http.RequestAborted);
        if (found is not null && !IsOld(found))
        {
            await RepeatAsync(http, key, digest, found);
            return;
        }

        var sent = http.Request.Body;
        http.Request.Body = body;
        try
        {
            await RunAsync(http, db, key, digest, body, replaces: found is not null);
        }
        finally
        {
            http.Request.Body = sent;
        }
    }

    /// <param name="replaces">An old answer stands in the key's place.</param>
    private async Task RunAsync(HttpContext http, ServiceDb db, IdempotencyKey key, string digest, MemoryStream body, bool replaces)
    {
        await using var answer = new BufferedAnswer(http);
        var first = await db.Database.CreateExecutionStrategy().ExecuteAsync(async cancellationToken =>
        {
            answer.Restart();
            body.Position = 0;
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (replaces)
                await Of(db, key).Where(old => old.AnsweredAt <= time.GetUtcNow() - KeptAnswer.KeptFor).ExecuteDeleteAsync(cancellationToken);
            if (!await ClaimAsync(db, key, digest, cancellationToken))
                return false;
            await next(http);
            if (answer.Succeeded)
            {
                await KeepAsync(db, key, http.Response, key.Seal(await answer.BodyAsync()), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return true;
        }, http.RequestAborted);
        if (first)
        {
            await answer.SendAsync();
            return;
        }

        // Another replica took the key at the same moment, and has answered by now: its claim held ours up.
        await answer.DisposeAsync();
        db.ChangeTracker.Clear();
        var kept = await FindAsync(db, key, http.RequestAborted) ?? throw new TimeoutException("A key was claimed elsewhere, and not answered.");
        await RepeatAsync(http, key, digest, kept);
    }

    /// <summary>The row is written first, so that of two replicas with one key the second waits for the first.</summary>
    private async Task<bool> ClaimAsync(ServiceDb db, IdempotencyKey key, string digest, CancellationToken cancellationToken)
    {
        db.Add(new KeptAnswer { Caller = key.Caller, Key = key.StoredName, RequestDigest = digest, AnsweredAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return false;
        }

        db.ChangeTracker.Clear();
        return true;
    }

    private static Task<int> KeepAsync(ServiceDb db, IdempotencyKey key, HttpResponse response, byte[] sealedBody, CancellationToken cancellationToken)
    {
        var location = (string?)response.Headers.Location;
        var etag = (string?)response.Headers.ETag;
        return Of(db, key).ExecuteUpdateAsync(kept => kept
            .SetProperty(row => row.StatusCode, response.StatusCode)
            .SetProperty(row => row.Location, location)
            .SetProperty(row => row.ETag, etag)
            .SetProperty(row => row.ContentType, response.ContentType)
            .SetProperty(row => row.Body, sealedBody), cancellationToken);
    }

    private bool IsOld(KeptAnswer kept) => kept.AnsweredAt <= time.GetUtcNow() - KeptAnswer.KeptFor;

    private static Task<KeptAnswer?> FindAsync(ServiceDb db, IdempotencyKey key, CancellationToken cancellationToken) =>
        Of(db, key).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<KeptAnswer> Of(ServiceDb db, IdempotencyKey key) =>
        db.KeptAnswers.Where(kept => kept.Caller == key.Caller && kept.Key == key.StoredName);

    private static async Task RepeatAsync(HttpContext http, IdempotencyKey key, string digest, KeptAnswer kept)
    {
        if (kept.RequestDigest != digest)
        {
            await Problems.Unprocessable("key-reused", "This key belongs to another request: send a new request with a new key.").ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = kept.StatusCode;
        if (kept.Location is not null)
            http.Response.Headers.Location = kept.Location;
        if (kept.ETag is not null)
            http.Response.Headers.ETag = kept.ETag;
        http.Response.ContentType = kept.ContentType;
        var body = key.Open(kept.Body);
        if (body.Length > 0)
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
