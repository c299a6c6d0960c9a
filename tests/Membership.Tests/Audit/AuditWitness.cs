using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServiceDefaults.Audit;

namespace Membership.Tests.Audit;

/// <summary>
/// Looks at every statement that the service sends to its database, whoever it is for: what is committed to a table of the
/// service's own is committed together with an entry of the audit. It knows nothing of how the entry comes about.
/// </summary>
internal sealed partial class AuditWitness : DbTransactionInterceptor, IDbCommandInterceptor
{
    /// <summary>What keeps the platform running.</summary>
    private static readonly string[] Technical =
        ["Journal", "JournalStreams", "RelayLease", "Watermarks", "Faults", "Rebuilds", "KeptAnswers", "EndedAccess", "AuditHeads"];

    /// <summary>What the audit must not tell of, and why, is in docs/adr/0014; words follow from names.</summary>
    public static readonly string[] LeftOut =
        ["SurvivorStatuses", "PulseTokensGiven", "PulseTokensUsed", "PulseTallies", "AgencyNameWords", "SeatNameWords"];

    private const string Entries = "AuditEntries";

    private readonly ConcurrentDictionary<Guid, ConcurrentBag<string>> open = new();
    private readonly ConcurrentDictionary<string, byte> audited = new();
    private readonly ConcurrentQueue<string> unaudited = new();

    /// <summary>Tables whose changes were seen with an entry.</summary>
    public IReadOnlyCollection<string> Audited => [.. audited.Keys];

    public IReadOnlyCollection<string> Unaudited => unaudited;

    public ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Look(command, eventData);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Look(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (open.TryRemove(eventData.TransactionId, out var tables)) Judge(tables);
        return Task.CompletedTask;
    }

    private void Look(DbCommand command, CommandExecutedEventData eventData)
    {
        // Of updates without a save, only the service's own: tests arrange things by them, and nobody answers for those.
        if (eventData.CommandSource != CommandSource.SaveChanges && !(eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete && Undertaking.Current is not null)) return;
        var tables = Written().Matches(command.CommandText).Select(match => match.Groups["table"].Value).Except(Technical).Except(LeftOut).ToList();
        if (tables.Count == 0) return;
        if (eventData.Context!.Database.CurrentTransaction is not { } transaction)
        {
            Judge(tables);
            return;
        }

        var written = open.GetOrAdd(transaction.TransactionId, _ => []);
        foreach (var table in tables) written.Add(table);
    }

    private void Judge(IReadOnlyCollection<string> tables)
    {
        var own = tables.Where(table => table != Entries).Distinct().ToList();
        if (tables.Contains(Entries))
            own.ForEach(table => audited.TryAdd(table, 0));
        else
            unaudited.Enqueue(string.Join(' ', own));
    }

    [GeneratedRegex(@"\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE) (?:""[a-z]+""\.)?[""\[](?<table>\w+)[""\]]")]
    private static partial Regex Written();
}
