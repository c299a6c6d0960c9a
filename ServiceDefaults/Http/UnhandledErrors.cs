using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Http;

/// <summary>Whatever was thrown, as a problem: without a stack, without the error's own text.</summary>
internal sealed partial class UnhandledErrors(ILogger<UnhandledErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var answer = For(exception, httpContext.Request);
        var route = RouteOf(httpContext);
        // The span would only know it from the endpoint, which is taken away.
        httpContext.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("http.route", route);
        if (answer.StatusCode >= 500)
            LogFailed(exception, httpContext.Request.Method, route);
        else if (exception is DbUpdateException and not DbUpdateConcurrencyException)
            LogForestalled(httpContext.Request.Method, route);
        if (answer.StatusCode == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = "2";
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>The pattern, never the path; the middleware keeps the endpoint only there.</summary>
    private static string? RouteOf(HttpContext http) =>
        (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;

    private static ProblemHttpResult For(Exception exception, HttpRequest request) => exception switch
    {
        InvalidRequestException invalid => Problems.Invalid(invalid.Field, invalid.Message),
        BadHttpRequestException { InnerException: JsonException body } => Problems.Invalid(BodyErrors.Of(body)),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Binding(bad.Message),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode),
        DbUpdateConcurrencyException => Problems.Of(StatusCodes.Status412PreconditionFailed),
        DbUpdateException refused when UniqueViolation.Is(refused) => Forestalled(request),
        AuthorityUnreachableException => Problems.Of(StatusCodes.Status503ServiceUnavailable),
        _ when IsPassing(exception) => Problems.Of(StatusCodes.Status503ServiceUnavailable),
        _ => Problems.Of(StatusCodes.Status500InternalServerError),
    };

    /// <summary>Somebody else was first, which only a unique index saw: to who named a version, it is stale.</summary>
    private static ProblemHttpResult Forestalled(HttpRequest request) => request.Headers.IfMatch.Count > 0
        ? Problems.Of(StatusCodes.Status412PreconditionFailed)
        : Problems.Conflict("changed-meanwhile", "Somebody else was first with the same at the same moment. Look again, then decide what to do.");

    private static ProblemHttpResult Binding(string said)
    {
        if (Parameter().Match(said) is { Success: true } parameter && !said.Contains("body", StringComparison.OrdinalIgnoreCase))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups[1].Value);
            return Problems.Invalid(name, said.StartsWith("Required", StringComparison.Ordinal)
                ? "This parameter is required."
                : "The value is not of the right type or form.");
        }

        return said.Contains("body", StringComparison.OrdinalIgnoreCase)
            ? Problems.Invalid("$", "Send a JSON body.")
            : Problems.Of(StatusCodes.Status400BadRequest);
    }

    /// <summary>The database is busy, restarting or out of reach: the same request may well succeed soon.</summary>
    private static bool IsPassing(Exception exception) => exception is RetryLimitExceededException or TimeoutException
        || exception is DbException { IsTransient: true }
        || exception is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 }
        || (exception is DbUpdateException or InvalidOperationException && exception.InnerException is { } inner && IsPassing(inner));

    [GeneratedRegex("(?:parameter|bind) \"(?:[^\" ]+ )*([A-Za-z_][A-Za-z0-9_]*)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    private partial void LogFailed(Exception exception, string method, string? route);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} came second: a unique index refused it")]
    private partial void LogForestalled(string method, string? route);
}
