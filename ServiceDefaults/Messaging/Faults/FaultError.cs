using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServiceDefaults.Messaging.Faults;

/// <summary>What ops may see of an error: its kinds and the place it arose. A message may carry data, so it is left out.</summary>
internal static class FaultError
{
    public static string Of(Exception exception)
    {
        var kinds = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException) kinds.Add(Kind(inner));
        var place = new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType is not null);
        var text = $"{string.Join(" < ", kinds)} at {place?.DeclaringType?.FullName}.{place?.Name}";
        return text.Length <= 1000 ? text : text[..1000];
    }

    /// <summary>A database's error also by its code and the constraint it broke: names of ours, never a value.</summary>
    private static string Kind(Exception error) => error switch
    {
        PostgresException postgres => $"{nameof(PostgresException)} {postgres.SqlState} {postgres.ConstraintName}".TrimEnd(),
        SqlException server => $"{nameof(SqlException)} {server.Number}",
        SqliteException sqlite => $"{nameof(SqliteException)} {sqlite.SqliteExtendedErrorCode}",
        _ => error.GetType().Name,
    };
}
