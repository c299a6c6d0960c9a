using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Work;

namespace Membership.Documents;

/// <summary>
/// Removes files that nothing refers to: what an upload left that broke off, and drafts' documents that were replaced.
/// A file is set aside before it is decided on, so one that arrives at the same moment takes its place unharmed.
/// </summary>
internal sealed class DocumentSweep(
    DocumentStore store, IServiceScopeFactory scopes, TimeProvider time, IOptions<DocumentSettings> settings, ILogger<DocumentSweep> logger)
    : PeriodicWorker(settings.Value.SweepEvery, scopes, time, logger)
{
    protected override async Task TakeTurnAsync(IServiceProvider services, CancellationToken stopping)
    {
        var db = services.GetRequiredService<MembershipDb>();
        var before = Time.GetUtcNow() - settings.Value.SweepAfter;
        foreach (var file in store.FilesBefore(before))
        {
            try
            {
                if (!DocumentStore.IsPlaced(file)) file.Delete();
                else if (!await IsReferredToAsync(db, file.Name, stopping)) await RemoveAsync(db, file, before, stopping);
            }
            catch (IOException)
            {
                // Another replica swept it, or somebody reads it just now: the next turn finds it again.
            }
        }
    }

    private async Task RemoveAsync(MembershipDb db, FileInfo file, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var aside = store.SetAside(file);
        // Replaced a moment ago by the same document, which then waits for its row.
        if (File.GetLastWriteTimeUtc(aside) < before.UtcDateTime && !await IsReferredToAsync(db, file.Name, cancellationToken)) File.Delete(aside);
        else File.Move(aside, file.FullName, overwrite: true);
    }

    private static Task<bool> IsReferredToAsync(MembershipDb db, string digest, CancellationToken cancellationToken) =>
        db.AgreementVersions.AnyAsync(version => version.DocumentDigest == digest, cancellationToken);
}
