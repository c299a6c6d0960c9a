using System.Diagnostics;
using Npgsql;

namespace Testing;

/// <summary>
/// Debian's PostgreSQL on a socket in a folder of its own, also ended when the test process is killed: the supervising shell
/// ends the server when its input closes.
/// </summary>
internal sealed class InstalledPostgres
{
    // Held, because the collector would close the input that keeps the server alive.
    private static Process? supervisor;

    private readonly string folder = Directory.CreateTempSubdirectory("postgres-").FullName;

    private string Connection => $"Host={folder};Username=test;Database=postgres";

    /// <returns>Its connection string.</returns>
    public static async Task<string> StartAsync()
    {
        var installed = new InstalledPostgres();
        installed.Launch();
        await Until.TrueAsync(installed.IsUpAsync, "the PostgreSQL cluster is up", TimeSpan.FromMinutes(1));
        return installed.Connection;
    }

    private void Launch()
    {
        const string supervise = """
            [ -z "$AS" ] || chown postgres "$FOLDER"
            $AS "$PROGRAMS/initdb" -D "$FOLDER/data" -U test -A trust $SORTING --no-sync --no-instructions >"$FOLDER.log" 2>&1 || exit 1
            $AS "$PROGRAMS/postgres" -D "$FOLDER/data" -k "$FOLDER" -c listen_addresses= -c max_connections=300 -c timezone=$ZONE \
                -c fsync=off -c synchronous_commit=off -c full_page_writes=off </dev/null >>"$FOLDER.log" 2>&1 & server=$!
            cat >/dev/null
            kill -QUIT $server
            wait $server
            rm -rf "$FOLDER" "$FOLDER.log"
            """;
        var start = new ProcessStartInfo("setsid", ["sh", "-c", supervise]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.Environment["FOLDER"] = folder;
        start.Environment["PROGRAMS"] = Programs();
        start.Environment["SORTING"] = PostgresCluster.Sorting;
        start.Environment["ZONE"] = PostgresCluster.TimeZone;
        // PostgreSQL refuses to run as root: then it runs as the user that its package made.
        start.Environment["AS"] = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";
        supervisor = Process.Start(start);
    }

    /// <summary>Debian keeps a folder for each version, off the PATH.</summary>
    private static string Programs() => Directory.GetDirectories("/usr/lib/postgresql")
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin")).First(programs => File.Exists(Path.Combine(programs, "initdb")));

    private async Task<bool> IsUpAsync()
    {
        if (supervisor is not { HasExited: false }) throw new InvalidOperationException($"PostgreSQL could not be started: see {folder}.log");
        try
        {
            await using var connection = new NpgsqlConnection(Connection);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
