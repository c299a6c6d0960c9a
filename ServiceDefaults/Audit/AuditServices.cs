using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Audit;

public static class AuditServices
{
    /// <summary>Denials, and whose request a save belongs to. Its routes: <see cref="ReadAudit.MapAudit"/>.</summary>
    public static WebApplicationBuilder AddAudit<TContext>(this WebApplicationBuilder builder) where TContext : AuditedDb
    {
        builder.Services.AddScoped<AuditedDb>(provider => provider.GetRequiredService<TContext>());
        builder.Services.AddTransient<IStartupFilter, DenialAudit>().AddTransient<IStartupFilter, AuditedRequests>();
        return builder;
    }
}
