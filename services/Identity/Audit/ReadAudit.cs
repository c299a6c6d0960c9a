using Identity.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Audit;

/// <summary>An entry of the audit.</summary>
public sealed record AuditView(
    Guid Id, AuditedAction Action, DateTimeOffset At, string? ClientId, string? Hub, string? Actor, string? Reason,
    string? Remote, string? TokenId, string? KeyId, string? RequestId);

internal static class ReadAudit
{
    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapGet("/audit", HandleAsync)
        .RequireRoles(Roles.DataProtection, Roles.PlatformAdmin)
        .WithSummary("What was issued, refused and changed, oldest first; a hub's data protection officer reads that hub's");

    private static Task<Ok<IReadOnlyList<AuditView>>> HandleAsync(
        [AsParameters] Page page, string? clientId, AuditedAction? action, DateTimeOffset? from,
        HttpContext http, Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        IQueryable<AuditEntry> entries = db.Audit;
        // A hub's entries are for its own officer; an officer of no hub reads what belongs to none.
        if (!caller.Is(Roles.PlatformAdmin)) entries = entries.Where(entry => entry.Hub == caller.Hub);
        if (clientId is not null) entries = entries.Where(entry => entry.ClientId == clientId);
        if (action is not null) entries = entries.Where(entry => entry.Action == action);
        if (from is not null) entries = entries.Where(entry => entry.At >= from);
        return entries.ToPageAsync(page, http, View, cancellationToken);
    }

    private static AuditView View(AuditEntry entry) => new(
        entry.Id, entry.Action, entry.At, entry.ClientId, entry.Hub, entry.Actor, entry.Reason,
        entry.Remote, entry.TokenId, entry.KeyId, entry.RequestId);
}
