using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Membership.Documents;

/// <summary>
/// Removes files that nothing refers to: what an upload left that broke off, and drafts' documents that were replaced.
/// A file is set aside before it is decided on, so one that arrives at the same moment takes its place unharmed.
/// </summary>
internal sealed partial class DocumentSweep(
    DocumentStore store, IServiceScopeFactory scopes, TimeProvider time, IOptions<DocumentSettings> settings, ILogger<DocumentSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.SweepEvery, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var before = time.GetUtcNow() - settings.Value.SweepAfter;
        foreach (var file in store.FilesBefore(before))
        {
            try
            {
                if (!DocumentStore.IsPlaced(file)) file.Delete();
                else if (!await IsReferredToAsync(db, file.Name, cancellationToken)) await RemoveAsync(db, file, before, cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents could not be swept now ({Error}); the next turn tries again.")]
    private partial void LogFailed(string error);
}
