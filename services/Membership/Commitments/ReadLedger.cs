using System.Buffers.Binary;
using System.Security.Cryptography;
using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>What an agency owed in one period of a commitment, and what it did.</summary>
/// <param name="Due">How often; 0 where it owed nothing, and did something all the same.</param>
/// <param name="Claimed">Said by the agency, and not confirmed yet.</param>
/// <param name="Open">What is still to be done.</param>
public sealed record LedgerLineView(
    Guid AgencyId, Guid CommitmentId, CommitmentKind Kind, string What, DateOnly FirstDay, DateOnly LastDay, int Due, int Fulfilled, int Claimed,
    int Open, Standing Standing)
{
    internal static LedgerLineView Of(LedgerLine line, DateOnly today) => new(
        line.AgencyId, line.Commitment.Id, line.Commitment.Kind, line.Commitment.What, line.Span.First, line.Span.Last, line.Due, line.Fulfilled,
        line.Claimed, line.Open, line.StandingOn(today));
}

internal static class ReadLedger
{
    private const int MostYears = 5;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/commitment-ledger", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lists what each agency owed and did, by commitment and period; periods of the last year where no range is given.");

    private static async Task<Results<Ok<IReadOnlyList<LedgerLineView>>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        Guid? agencyId = null, Guid? commitmentId = null, Standing? standing = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var today = time.Day();
        var last = to is null || to > today ? today : to.Value;
        // Not before the first year there is.
        var first = from ?? (last.Year > 1 ? last.AddYears(-1) : DateOnly.MinValue);
        if (first > last) return Problems.Invalid("from", "Must be on or before to, and not in the future.");
        if (last.Year - first.Year > MostYears) return Problems.Invalid("from", $"Ask for {MostYears} years at most.");

        var ledger = await Ledger.ReadAsync(db, id, agencyId, first, last, cancellationToken);
        return ledger.Lines()
            .Where(line => (commitmentId is null || line.Commitment.Id == commitmentId) && (standing is null || line.StandingOn(today) == standing))
            .ToPage(page, http, KeyOf, line => LedgerLineView.Of(line, today));
    }

    /// <summary>A line has no row and so no id: its cursor is made of what it is about.</summary>
    private static Guid KeyOf(LedgerLine line)
    {
        Span<byte> parts = stackalloc byte[36];
        line.AgencyId.TryWriteBytes(parts);
        line.Commitment.Id.TryWriteBytes(parts[16..]);
        BinaryPrimitives.WriteInt32LittleEndian(parts[32..], line.Span.First.DayNumber);
        return new Guid(SHA256.HashData(parts).AsSpan(0, 16));
    }
}
