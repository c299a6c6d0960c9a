using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// Tells failures that pass from those that stay: another replica moved first, or a database or a source is away. They are
/// tried again without end, and never become a fault of the event.
/// </summary>
internal static class Passing
{
    public static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause is DbUpdateConcurrencyException or DbException { IsTransient: true } or TimeoutException or HttpRequestException
                or SqliteException { SqliteErrorCode: 5 or 6 })
            {
                return true;
            }
        }

        return false;
    }
}
