using System.Text.RegularExpressions;
using ServiceDefaults.Storage;

namespace Membership.Tests.Searching;

/// <summary>What a plan reads whole.</summary>
internal static class Scans
{
    public static IReadOnlyList<string> In(IReadOnlyList<string> plan, DatabaseProvider provider, bool orIndex = false) =>
        provider == DatabaseProvider.Sqlite ? InSqlite(plan) : InPostgres(plan, orIndex);

    /// <summary>SQLite says SCAN of a table, of a whole index, and of what a subquery or a list of values gave: only the last may be read whole.</summary>
    private static List<string> InSqlite(IReadOnlyList<string> plan)
    {
        var found = plan.Select(step => Regex.Match(step, "^(?:CO-ROUTINE|MATERIALIZE) (.*)")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet();
        return
        [
            .. plan.Where(step => Regex.Match(step, @"^SCAN (?!CONSTANT ROW|\(|value|json_each)(\S+)") is { Success: true } scan
                && !found.Contains(scan.Groups[1].Value) && !Regex.IsMatch(step, "^SCAN [a-z0-9]+ VIRTUAL TABLE")),
        ];
    }

    /// <summary>
    /// PostgreSQL is told not to read tables whole, and then reads an index whole where it has no better: that one has no
    /// condition, which else stands right below it.
    /// </summary>
    private static List<string> InPostgres(IReadOnlyList<string> plan, bool orIndex)
    {
        var scans = new List<string>();
        for (var line = 0; line < plan.Count; line++)
        {
            if (plan[line].Contains("Seq Scan on ", StringComparison.Ordinal)) scans.Add(plan[line]);
            if (orIndex || !Regex.IsMatch(plan[line], "Index (Only )?Scan ")) continue;
            var details = plan.Skip(line + 1).TakeWhile(below => !below.Contains("->", StringComparison.Ordinal) && below.StartsWith(' '));
            if (!details.Any(detail => detail.TrimStart().StartsWith("Index Cond:", StringComparison.Ordinal))) scans.Add(plan[line]);
        }

        return scans;
    }
}
