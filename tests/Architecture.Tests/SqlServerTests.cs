using System.Diagnostics;
using ServiceDefaults.Storage;
using Xunit;

namespace Architecture.Tests;

/// <summary>A real process of each service, told to use SQL Server where SqlClient lacks what it needs.</summary>
public sealed class SqlServerTests
{
    public static TheoryData<string, string[]> Starts
    {
        get
        {
            var starts = new TheoryData<string, string[]>();
            foreach (var service in House.ServiceNames)
            {
                starts.Add(service, []);
                starts.Add(service, ["--migrate"]);
            }

            return starts;
        }
    }

    [Theory, MemberData(nameof(Starts))]
    public async Task Where_its_package_is_missing_the_start_ends_with_one_sentence(string service, string[] arguments)
    {
        // On a whole feed there is nothing to say: the service would start.
        if (SqlServerPackage.WhyUnusable() is null) return;

        var start = new ProcessStartInfo("dotnet", ["exec", House.Assembly(service).Location, .. arguments])
        {
            WorkingDirectory = Directory.CreateTempSubdirectory("sql-server-").FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Database__Provider"] = "SqlServer";
        start.Environment[$"ConnectionStrings__{service}"] = "Server=none";
        start.Environment["ConnectionStrings__rabbitmq"] = "amqp://nobody@localhost:1";
        start.Environment["Reporting__Hub"] = "harbor";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var said = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);

            Assert.Equal(78, process.ExitCode);
            Assert.Contains(SqlServerPackage.Name, Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", await output, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            Directory.Delete(start.WorkingDirectory, recursive: true);
        }
    }
}
