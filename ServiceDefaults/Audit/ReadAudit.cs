using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace ServiceDefaults.Audit;

/// <summary>One entry of the audit.</summary>
/// <param name="Fields">The names of what was changed, where it is told; never a value.</param>
public sealed record AuditEntryView(
    long Number, DateTimeOffset At, string Subject, Guid? AgencyId, string Roles, AuditDeed Deed, string Action, Guid? ResourceId,
    string? Fields, string RequestId, string PreviousHash, string Hash)
{
    internal static AuditEntryView Of(AuditEntry entry) => new(
        entry.Number, entry.At, entry.Subject, entry.AgencyId, entry.Roles, entry.Deed, entry.Action, entry.ResourceId,
        entry.Fields, entry.RequestId, entry.PreviousHash, entry.Hash);
}

/// <summary>Whether a hub's chain is whole. Keep number and hash elsewhere: a chain cut at its end shows against them.</summary>
/// <param name="FirstFault">The first entry that was altered, removed or inserted; null where the chain is whole.</param>
public sealed record AuditVerificationView(string Hub, bool Intact, AuditFault? FirstFault, long Number, string Hash);

/// <summary>The audit, for a hub's data-protection officer.</summary>
public static class ReadAudit
{
    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit").RequireRoles(Roles.DataProtection);
        audit.MapGet("", List)
            .WithSummary("Every change and every denial in a hub")
            .WithDescription("In order; of a deed, a subject, an agency or a resource alone where asked. One's own hub's, and no other; whoever belongs to no hub reads the platform's.");
        audit.MapGet("/verification", Verify)
            .WithSummary("Whether the chain is whole")
            .WithDescription("Reads it from its start, and names the first entry that was altered, removed or inserted. Whoever belongs to no hub may ask of each.");
        return api;
    }

    private static async Task<Results<Ok<IReadOnlyList<AuditEntryView>>, ProblemHttpResult>> List(
        string? hub, [Range(0L, long.MaxValue)] long? after, [Range(1, Page.Most)] int? take,
        Caller caller, HttpContext http, AuditedDb db, CancellationToken cancellationToken,
        AuditDeed? deed = null, [StringLength(255)] string? subject = null, Guid? agencyId = null, Guid? resourceId = null)
    {
        // When which agency took somebody in, or who does what in a task force, is for its hub's officer alone (release-of-information, rule 10).
        var chain = hub ?? caller.ChainHub();
        if (chain != caller.ChainHub()) return Problems.NotFound();
        var (last, size) = (after ?? 0, take ?? Page.Default);
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Hub == chain && entry.Number > last);
        if (deed is not null) entries = entries.Where(entry => entry.Deed == deed);
        if (subject is not null) entries = entries.Where(entry => entry.Subject == subject);
        if (agencyId is not null) entries = entries.Where(entry => entry.AgencyId == agencyId);
        if (resourceId is not null) entries = entries.Where(entry => entry.ResourceId == resourceId);
        var found = await entries.OrderBy(entry => entry.Number).Take(size + 1).ToListAsync(cancellationToken);
        if (found.Count > size) Paging.LinkNext(http, size, found[size - 1].Number.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok<IReadOnlyList<AuditEntryView>>([.. found.Take(size).Select(AuditEntryView.Of)]);
    }

    private static async Task<Results<Ok<AuditVerificationView>, ProblemHttpResult>> Verify(
        string? hub, Caller caller, AuditedDb db, CancellationToken cancellationToken)
    {
        var chain = hub ?? caller.ChainHub();
        if (caller.Hub is not null && chain != caller.Hub) return Problems.NotFound();
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(head => head.Hub == chain, cancellationToken);
        if (head is null) return Problems.NotFound();

        var fault = await AuditVerification.VerifyAsync(db, head, cancellationToken);
        return TypedResults.Ok(new AuditVerificationView(chain, fault is null, fault, head.Number, head.Hash));
    }
}
