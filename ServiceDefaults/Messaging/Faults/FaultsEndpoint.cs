using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Faults;

/// <summary>A fault as ops see it: which event of which stream, and the kind of error; never a payload.</summary>
public sealed record FaultView(
    Guid Id, FaultKind Kind, string Service, string Hub, long Position, string EventType, string Error, int Attempts,
    DateTimeOffset FirstAt, DateTimeOffset LastAt, FaultState State, DateTimeOffset? ResolvedAt, string? ResolvedBy, string? Reason)
{
    internal static FaultView Of(JournalFault fault) => new(
        fault.Id, fault.Kind, fault.Service, fault.Hub, fault.Position, fault.EventType, fault.Error, fault.Attempts,
        fault.FirstAt, fault.LastAt, fault.State, fault.ResolvedAt, fault.ResolvedBy, fault.Reason);
}

/// <summary>Leaves an event out for good.</summary>
/// <param name="Reason">Why the event may be left out; kept with the fault.</param>
public sealed record SkipFault([Required, StringLength(FaultsEndpoint.LongestReason, MinimumLength = FaultsEndpoint.ShortestReason)] string Reason);

internal static class FaultsEndpoint
{
    internal const int ShortestReason = 5;
    internal const int LongestReason = 200;

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        var faults = routes.MapGroup("/faults").WithTags("Operations").RequireRoles(Roles.Ops);
        faults.MapGet("", List).WithSummary("Faults, newest first");
        faults.MapPost("/{id:guid}/retry", Retry).WithSummary("Try the event again; its stream goes on if it is applied now");
        faults.MapPost("/{id:guid}/skip", Skip).WithSummary("Leave the event out; its stream goes on behind it");
    }

    private static async Task<Results<Ok<List<FaultView>>, ProblemHttpResult>> List(
        ServiceDb db, CancellationToken cancellationToken, FaultState? state = null, int take = 50)
    {
        if (take is < 1 or > 200) return Problems.Invalid("take", "Ask for 1 to 200 faults.");
        var faults = await db.Faults.AsNoTracking().Where(fault => state == null || fault.State == state)
            .OrderByDescending(fault => fault.LastAt).Take(take).ToListAsync(cancellationToken);
        return TypedResults.Ok(faults.ConvertAll(FaultView.Of));
    }

    private static async Task<Results<Accepted<FaultView>, ProblemHttpResult>> Retry(
        Guid id, HttpContext http, ServiceDb db, StreamFollowers followers, CancellationToken cancellationToken)
    {
        var fault = await db.Faults.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (fault is null) return Problems.NotFound();
        if (fault.State != FaultState.Open || fault.Kind != FaultKind.NotApplied) return NotOpen(fault);

        // Behind this request's own transaction, which would stand in the way of the reaction's.
        http.Response.OnCompleted(() => GoOn(fault, followers, heal: true));
        return TypedResults.Accepted((string?)null, FaultView.Of(fault));
    }

    private static async Task<Results<Ok<FaultView>, ProblemHttpResult>> Skip(
        Guid id, SkipFault request, HttpContext http, Caller caller, ServiceDb db, StreamFollowers followers, TimeProvider time, CancellationToken cancellationToken)
    {
        // Here and not by the attributes alone: each service validates the requests of its own assembly.
        if (request.Reason.Trim().Length < ShortestReason || request.Reason.Length > LongestReason)
            return Problems.Invalid("reason", $"Say in {ShortestReason} to {LongestReason} characters why the event may be left out.");
        var fault = await db.Faults.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (fault is null) return Problems.NotFound();
        if (fault.State != FaultState.Open) return NotOpen(fault);

        fault.State = FaultState.Skipped;
        (fault.ResolvedAt, fault.ResolvedBy, fault.Reason) = (time.GetUtcNow(), caller.Subject, request.Reason);
        if (fault.Kind == FaultKind.NotApplied)
        {
            var mark = await db.Watermarks.FindAsync([fault.Service, fault.Hub], cancellationToken);
            if (mark is null) db.Watermarks.Add(mark = new Watermark { Service = fault.Service, Hub = fault.Hub });
            if (mark.Position == fault.Position - 1) mark.Position = fault.Position;
        }

        if (db is AuditedDb audited)
            audited.Audit(AuditEntry.Change("FaultSkipped", fault.Id, caller.ChainHub(), caller.AsActor(http), time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        if (fault.Kind == FaultKind.NotApplied) http.Response.OnCompleted(() => GoOn(fault, followers, heal: false));
        return TypedResults.Ok(FaultView.Of(fault));
    }

    /// <summary>Begins to read on, and does not wait for it: the answer is out, but its connection is wanted again.</summary>
    private static Task GoOn(JournalFault fault, StreamFollowers followers, bool heal)
    {
        _ = followers.Of(new StreamName(fault.Service, fault.Hub)).CatchUpAsync(heal);
        return Task.CompletedTask;
    }

    private static ProblemHttpResult NotOpen(JournalFault fault) =>
        fault.Kind == FaultKind.NotPublished && fault.State == FaultState.Open
            ? Problems.StateConflict(fault.State, "skip")
            : Problems.StateConflict(fault.State);
}
