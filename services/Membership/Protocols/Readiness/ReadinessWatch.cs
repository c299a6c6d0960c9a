using System.Text.Json;
using Contracts.Membership;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Messaging;
using ServiceDefaults.Work;

namespace Membership.Protocols.Readiness;

/// <summary>
/// Keeps the gaps true. What happens in a task force is a fact in this service's own journal: within a second it is
/// looked at again; and all are from time to time, for agreements and trainings lapse without a fact. Where it has come to
/// is kept in memory only: after a restart all are looked at.
/// </summary>
internal sealed partial class ReadinessWatch(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<ReadinessSettings> settings, ILogger<ReadinessWatch> logger)
    : PeriodicWorker(settings.Value.LookEvery, scopes, time, logger)
{
    private const int Batch = 200;
    private static readonly string CardChanged = EventName.Of(typeof(AgencyCardChanged));

    private long seen;
    private DateTimeOffset allAt;

    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<MembershipDb>();
        var now = Time.GetUtcNow();
        var last = await db.Journal.MaxAsync(row => (long?)row.Sequence, stopping) ?? 0;
        if (now >= allAt)
        {
            await KeepAllAsync(db, stopping);
            (allAt, seen) = (now + settings.Value.AllEvery, last);
            return;
        }

        if (last <= seen) return;
        var from = seen;
        var fresh = db.Journal.Where(row => row.Sequence > from && row.Sequence <= last);
        var touched = await fresh.Where(row => row.TaskForceId != null).Select(row => row.TaskForceId!.Value).Distinct().ToListAsync(stopping);
        var cards = await fresh.Where(row => row.Type == CardChanged).Select(row => row.Payload).ToListAsync(stopping);
        foreach (var batch in touched.Chunk(Batch))
            await KeepThoseAsync(Adopted(db).Where(version => batch.Contains(version.TaskForceId)), stopping);
        // A card belongs to its agency, in whatever task forces that is.
        foreach (var batch in cards.Select(AgencyOf).Distinct().Chunk(Batch))
        {
            await KeepThoseAsync(
                Adopted(db).Where(version => version.Steps.Any(step => step.Contacts.Any(contact => batch.Contains(contact.AgencyId)))), stopping);
        }

        seen = last;
    }

    private static Guid AgencyOf(string cardChanged)
    {
        using var payload = JsonDocument.Parse(cardChanged);
        return payload.RootElement.GetProperty("agencyId").GetGuid();
    }

    private static IQueryable<ProtocolVersion> Adopted(MembershipDb db) => db.ProtocolVersions.Where(version => version.State == ProtocolState.Adopted);

    private async Task KeepThoseAsync(IQueryable<ProtocolVersion> versions, CancellationToken cancellationToken)
    {
        foreach (var taskForce in await versions.Select(version => version.TaskForceId).Distinct().ToListAsync(cancellationToken))
            await KeepAsync(taskForce, cancellationToken);
    }

    private async Task KeepAllAsync(MembershipDb db, CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        List<Guid> batch;
        do
        {
            var from = last;
            batch = await Adopted(db).Where(version => version.TaskForceId > from)
                .Select(version => version.TaskForceId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var taskForce in batch) await KeepAsync(taskForce, cancellationToken);
            if (batch.Count > 0) last = batch[^1];
        }
        while (batch.Count == Batch);
    }

    private async Task KeepAsync(Guid taskForce, CancellationToken cancellationToken)
    {
        await using var scope = Scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().KeepReadinessAsync(taskForce, Time.Day(), cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            // Another replica or a person was at the same rows; at the latest when all are looked at, it is made good.
            Overlapped(exception.GetType().Name);
            allAt = Time.GetUtcNow();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Readiness changed while it was looked at ({Error}); it is looked at again.")]
    private partial void Overlapped(string error);
}
