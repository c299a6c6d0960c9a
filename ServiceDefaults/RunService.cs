using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Storage;

namespace ServiceDefaults;

public static class RunService
{
    /// <summary>The exit code of a service that its configuration keeps from starting (EX_CONFIG).</summary>
    private const int UnusableConfiguration = 78;

    /// <summary>
    /// Runs the service; with <c>--migrate</c> instead applies migrations and bootstraps, and returns. Migrations are a
    /// step of their own, so that replicas never race for them.
    /// </summary>
    public static async Task RunServiceAsync(this WebApplication app, string[] args)
    {
        if (app.Services.GetService<DatabaseSettings>() is { Provider: DatabaseProvider.SqlServer } && SqlServerPackage.WhyUnusable() is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            Environment.ExitCode = UnusableConfiguration;
            return;
        }

        if (!args.Contains("--migrate"))
        {
            await app.RunAsync();
            return;
        }

        await using (app)
            await app.MigrateAsync(CancellationToken.None);
    }

    /// <summary>Applies migrations and runs every <see cref="IBootstrap"/>; does not start the host.</summary>
    public static async Task MigrateAsync(this IHost app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<ServiceDb>() is { } db)
            await Migration.ApplyAsync(db, cancellationToken);
        foreach (var step in scope.ServiceProvider.GetServices<IBootstrap>())
            await step.RunAsync(cancellationToken);
    }
}
