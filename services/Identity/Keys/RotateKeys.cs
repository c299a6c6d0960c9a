using Identity.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Keys;

/// <summary>Where a key is in its life.</summary>
public enum KeyState { Published, Signing, Retired }

/// <summary>A signing key, without the key.</summary>
public sealed record SigningKeyView(string KeyId, KeyState State, DateTimeOffset PublishedAt, DateTimeOffset SignsFrom, DateTimeOffset? RetiredFrom);

internal static class RotateKeys
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet("/keys", ListAsync).RequireRoles(Roles.PlatformAdmin).WithSummary("The signing keys and where each is in its life");
        api.MapPost("/keys/rotation", RotateAsync).RequireRoles(Roles.PlatformAdmin)
            .WithSummary("Publish the next signing key now; it signs once every service has had time to read it");
    }

    private static async Task<Ok<IReadOnlyList<SigningKeyView>>> ListAsync(IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keys = new PublishedKeys(await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken), now);
        return TypedResults.Ok<IReadOnlyList<SigningKeyView>>([.. keys.PublishedAt(now).Select(key => View(key, keys, now))]);
    }

    private static async Task<Results<Ok<SigningKeyView>, ProblemHttpResult>> RotateAsync(
        Caller caller, KeyRotation rotation, TimeProvider time, CancellationToken cancellationToken) =>
        await rotation.RotateAsync(caller.Subject, cancellationToken) is { } key
            ? TypedResults.Ok(View(key, new PublishedKeys([key], time.GetUtcNow()), time.GetUtcNow()))
            : Problems.StateConflict(KeyState.Published, "waiting until the published key signs");

    private static SigningKeyView View(SigningKey key, PublishedKeys keys, DateTimeOffset now) => new(
        key.KeyId,
        key == keys.SigningAt(now) ? KeyState.Signing : key.SignsFrom > now ? KeyState.Published : KeyState.Retired,
        key.CreatedAt, key.SignsFrom, keys.RetiredFrom(key));
}
