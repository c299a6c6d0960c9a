using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDefaults.Messaging.Relay;

namespace ServiceDefaults.Storage;

public static class DatabaseExtensions
{
    /// <summary>
    /// Registers the service's context on the provider that <c>Database:Provider</c> names, with the connection string
    /// of this name. The one place where a provider is chosen.
    /// </summary>
    /// <typeparam name="TContext">The service's context; <c>Sqlite…</c>, <c>SqlServer…</c> and <c>Postgres…</c> derive from it.</typeparam>
    public static WebApplicationBuilder AddDatabase<TContext>(this WebApplicationBuilder builder, string name)
        where TContext : ServiceDb
    {
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var connection = builder.Configuration.GetConnectionString(name) ?? $"Data Source=.data/{name}.db";

        typeof(DatabaseExtensions)
            .GetMethod(nameof(Register), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeof(TContext), ProviderContext.Of<TContext>(settings.Provider))
            .Invoke(null, [builder.Services, settings, connection]);
        return builder;
    }

    private static void Register<TContext, TProviderContext>(IServiceCollection services, DatabaseSettings settings, string connection)
        where TContext : ServiceDb
        where TProviderContext : TContext
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<JournalInterceptor>();
        services.AddDbContextPool<TContext, TProviderContext>((provider, options) =>
        {
            options.UseProvider(settings, connection);
            options.AddInterceptors(provider.GetRequiredService<JournalInterceptor>());
        });
        services.AddScoped<ServiceDb>(provider => provider.GetRequiredService<TContext>());
    }
}
