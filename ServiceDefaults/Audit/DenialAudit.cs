using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Access;

namespace ServiceDefaults.Audit;

/// <summary>
/// Writes every 403 and 404 that a known caller got into the audit, in a transaction of its own and after the answer,
/// the same for what is hidden and for what does not exist: neither the answer nor its time tells them apart. Outermost
/// in the pipeline, because access rules, endpoints and idempotency all refuse further in.
/// </summary>
internal sealed partial class DenialAudit(IServiceScopeFactory scopes, TimeProvider time, ILogger<DenialAudit> logger) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, proceed) =>
        {
            await proceed(http);
            if (http.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound
                && http.User.Identity?.IsAuthenticated == true && http.GetEndpoint() is RouteEndpoint endpoint
                && endpoint.Metadata.GetMetadata<NoDenialAudited>() is null)
            {
                await RecordAsync(http, endpoint);
            }
        });
        next(app);
    };

    private async Task RecordAsync(HttpContext http, RouteEndpoint endpoint)
    {
        var caller = Caller.From(http.User);
        var action = AuditedRoute.ActionOf(http, endpoint);
        var resource = http.Features.Get<DeniedResource>()?.Id ?? AuditedRoute.IdOf(http, endpoint);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AuditedDb>();
            db.Audit(AuditEntry.Denial(action, resource, caller.ChainHub(), caller.AsActor(http), time.GetUtcNow()));
            await db.SaveChangesAsync(CancellationToken.None); // whoever hangs up early is audited all the same
        }
#pragma warning disable CA1031 // the answer is out: whatever it was, it is told of, and nothing else can be done
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NotAudited(action, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A denial of {Action} could not be written to the audit ({Error}).")]
    private partial void NotAudited(string action, string error);
}

/// <summary>What was denied, where the route does not name it.</summary>
internal sealed record DeniedResource(Guid Id);

public static class DeniedResources
{
    /// <summary>Names what is denied, where the route does not.</summary>
    public static void Denied(this HttpContext http, Guid resource) => http.Features.Set(new DeniedResource(resource));
}
