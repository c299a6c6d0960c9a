using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ServiceDefaults.Storage;
using Testing;

namespace Messaging.Tests;

/// <summary>Facts that are written and not yet committed; without a commit they never were.</summary>
internal sealed class OpenFacts(AsyncServiceScope scope, IDbContextTransaction transaction) : IAsyncDisposable
{
    public static async Task<OpenFacts> WriteAsync(IServiceProvider service, string hub, int facts)
    {
        var scope = service.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        // As in a use case: a context that tries again wants to know what.
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            var transaction = await db.Database.BeginTransactionAsync();
            for (var fact = 0; fact < facts; fact++) db.Journal.Add(Journals.Row(hub, DateTimeOffset.UtcNow, Facts.Listed(hub)));
            await db.SaveChangesAsync();
            return new OpenFacts(scope, transaction);
        });
    }

    public Task CommitAsync() => transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await scope.DisposeAsync();
    }
}
