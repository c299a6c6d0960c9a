using System.Collections;
using System.Diagnostics;

namespace Sample;

/// <summary>
/// A service that tells its environment and its process ids, and dies on request; as an errand it says a line and ends.
/// It starts a child of its own, which must never outlive AppHost.
/// </summary>
internal static class FakeService
{
    public static async Task RunAsync(string[] args)
    {
        if (args is ["errand", .. var code])
        {
            Console.WriteLine("the last words of an errand");
            Environment.ExitCode = code is [var given] ? int.Parse(given, null) : 0;
            return;
        }

        Console.WriteLine("a service begins");
        using var child = Process.Start("sleep", "1000");
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/pids", () => $"{Environment.ProcessId} {child.Id}");
        app.MapGet("/environment", () => string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")));
        app.MapPost("/death", () => Environment.Exit(7));
        await app.RunAsync();
    }
}
