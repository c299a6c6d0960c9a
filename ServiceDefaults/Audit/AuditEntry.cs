using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ServiceDefaults.Audit;

/// <summary>Whether something was changed, or somebody was denied.</summary>
public enum AuditDeed { Changed, Denied }

/// <summary>
/// Who did, or was denied, what, when. Written once; its hash covers all of it and the hash before it in its hub's chain
/// (<see cref="AuditChain"/>).
/// </summary>
public sealed class AuditEntry
{
    internal const int FieldsLength = 2000;

    private AuditEntry() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Hub { get; private set; } = "";

    /// <summary>1, 2, 3… within the hub's chain.</summary>
    public long Number { get; private set; }

    public DateTimeOffset At { get; private init; }
    public string Subject { get; private init; } = "";
    public Guid? AgencyId { get; private init; }
    public string Roles { get; private init; } = "";
    public AuditDeed Deed { get; private init; }

    /// <summary>The change, or the method and route that changed something or was denied; never an address as it was sent.</summary>
    public string Action { get; private init; } = "";

    public Guid? ResourceId { get; private init; }

    /// <summary>What was changed, by the names of fields; never a value. Null where the change itself says it.</summary>
    public string? Fields { get; private init; }

    public string RequestId { get; private init; } = "";
    public string PreviousHash { get; private set; } = "";
    public string Hash { get; private set; } = "";

    public static AuditEntry Change(string action, Guid? resourceId, string hub, Actor actor, DateTimeOffset at, string? fields = null) =>
        Of(AuditDeed.Changed, action, resourceId, hub, actor, at, fields);

    internal static AuditEntry Denial(string action, Guid? resourceId, string hub, Actor actor, DateTimeOffset at) =>
        Of(AuditDeed.Denied, action, resourceId, hub, actor, at, fields: null);

    internal void ChainTo(AuditHead head)
    {
        (Hub, Number, PreviousHash) = (head.Hub, head.Number + 1, head.Hash);
        Hash = DigestAs(Number);
        head.MoveTo(this);
    }

    /// <summary>
    /// The hash that this content has under a number: its own, or the one it had before somebody renumbered it. Fields come
    /// last, and only where there are some: entries that were chained before there were any keep their hashes.
    /// </summary>
    internal string DigestAs(long number)
    {
        string?[] content =
        [
            Hub, number.ToString(CultureInfo.InvariantCulture), Id.ToString("N"),
            At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), Subject, AgencyId?.ToString("N"), Roles, Deed.ToString(), Action,
            ResourceId?.ToString("N"), RequestId, PreviousHash,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Fields is null ? content : [.. content, Fields])));
    }

    private static AuditEntry Of(AuditDeed deed, string action, Guid? resourceId, string hub, Actor actor, DateTimeOffset at, string? fields) => new()
    {
        Deed = deed,
        Action = action,
        ResourceId = resourceId,
        Fields = fields,
        Hub = hub,
        // As fine as storage keeps it, so that what is hashed is what is read again.
        At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)),
        Subject = actor.Subject,
        AgencyId = actor.AgencyId,
        Roles = actor.Roles,
        RequestId = actor.RequestId,
    };
}
