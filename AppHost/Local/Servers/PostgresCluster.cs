using System.Globalization;
using AppHost.Local.Running;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Servers;

/// <summary>A PostgreSQL cluster of our own, from the installed programs, on loopback TCP only.</summary>
internal sealed class PostgresCluster(SqlServerServerResource server, string folder)
{
    private const string User = "platform";

    private readonly string _programs = Installation.PostgresPrograms() ?? throw new StartFailure(
        "PostgreSQL is not installed: run `eng/install postgresql`, or start without --postgres.");

    private string Data => Path.Combine(folder, "data");

    private string Port => server.Tcp.Ports[0].ToString(CultureInfo.InvariantCulture);

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user that its package made.</summary>
    private static string[] AsItsUser => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        : [];

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            // Left by a kill -9. Its process id may be another's by now, or a zombie's, and PostgreSQL would not start;
            // that none of the last run's processes lives is known from the data folder's lease.
            File.Delete(Path.Combine(Data, "postmaster.pid"));
            return;
        }

        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, server.PasswordParameter.Value, cancellation);
        File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Environment.IsPrivilegedProcess)
        {
            // Others may pass through the data folder, not look into it: every file in it has its own mode.
            var root = Path.GetDirectoryName(folder)!;
            File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            await MustAsync(["chown", "-R", "postgres:postgres", folder], cancellation);
        }

        // Into a folder beside, renamed when whole: a start that is broken off leaves no half cluster.
        var fresh = Path.Combine(folder, "fresh");
        await MustAsync(
            [.. AsItsUser, Path.Combine(_programs, "initdb"), "-D", fresh, "-U", User, "--pwfile", password,
                "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"],
            cancellation);
        File.Delete(password);
        Directory.Move(fresh, Data);
    }

    public ProcessSpec Spec()
    {
        string[] command = [.. AsItsUser, Path.Combine(_programs, "postgres"), "-D", Data, "-p", Port,
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            // What it logs of an error is the error alone: details quote the values of a row.
            "-c", "log_error_verbosity=terse"];
        return new ProcessSpec(command[0], command[1..], "/")
        {
            // SIGTERM would wait for every client to leave by itself.
            StopSignal = Signal.Int,
            Shows = static line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal),
        };
    }

    public async Task AcceptsConnectionsAsync(CancellationToken cancellation)
    {
        while ((await PsqlAsync("select 1", cancellation)).Code != 0)
            await Task.Delay(50, cancellation);
    }

    public async Task CreateDatabaseAsync(string name, CancellationToken cancellation)
    {
        var (code, found) = await PsqlAsync($"select 1 from pg_database where datname = '{name}'", cancellation);
        if (code == 0 && found.Length == 0)
            (code, found) = await PsqlAsync($"create database \"{name}\"", cancellation);
        if (code != 0)
            throw new StartFailure($"The database {name} could not be created: {found}");
    }

    private Task<(int Code, string Output)> PsqlAsync(string statement, CancellationToken cancellation) => Command.RunAsync(
        Path.Combine(_programs, "psql"),
        ["-X", "-A", "-t", "-q", "-h", "127.0.0.1", "-p", Port, "-U", User, "-d", "postgres", "-c", statement],
        new() { ["PGPASSWORD"] = server.PasswordParameter.Value },
        cancellation);

    private static async Task MustAsync(string[] command, CancellationToken cancellation)
    {
        var (code, output) = await Command.RunAsync(command[0], command[1..], [], cancellation);
        if (code != 0)
            throw new StartFailure($"The PostgreSQL cluster could not be made (a folder that the user postgres cannot enter?): {output}");
    }
}
