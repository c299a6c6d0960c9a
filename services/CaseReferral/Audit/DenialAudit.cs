using CaseReferral.Storage;
using ServiceDefaults.Access;

namespace CaseReferral.Audit;

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
                && http.User.Identity?.IsAuthenticated == true && http.GetEndpoint() is RouteEndpoint endpoint)
            {
                await RecordAsync(http, endpoint);
            }
        });
        next(app);
    };

    private async Task RecordAsync(HttpContext http, RouteEndpoint endpoint)
    {
        var caller = Caller.From(http.User);
        var action = $"{http.Request.Method} {endpoint.RoutePattern.RawText?.TrimEnd('/')}";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseReferralDb>();
            db.Audit(AuditEntry.Denial(action, ResourceOf(http), caller.ChainHub(), caller.AsActor(http), time.GetUtcNow()));
            await db.SaveChangesAsync(CancellationToken.None); // whoever hangs up early is audited all the same
        }
        catch (Exception exception)
        {
            NotAudited(action, exception.GetType().Name);
        }
    }

    private static Guid? ResourceOf(HttpContext http) =>
        http.Features.Get<DeniedResource>()?.Id
        ?? (Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) ? id : null);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A denial of {Action} could not be written to the audit ({Error}).")]
    private partial void NotAudited(string action, string error);
}

/// <summary>What was denied, where the route does not name it.</summary>
internal sealed record DeniedResource(Guid Id);

internal static class DeniedResources
{
    public static void Denied(this HttpContext http, Guid resource) => http.Features.Set(new DeniedResource(resource));
}
