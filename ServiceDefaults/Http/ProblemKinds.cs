using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ServiceDefaults.Http;

/// <summary>What each status means on this platform: a stable <c>type</c>, a title, and what to do next.</summary>
internal static class ProblemKinds
{
    private sealed record Kind(string Slug, string Title, string Detail);

    private static readonly Dictionary<int, Kind> ByStatus = new()
    {
        [400] = new("invalid-request", "The request is not valid", "Correct the fields named in errors, and send it again."),
        [401] = new("unauthenticated", "A valid access token is required",
            "Get a token from the token service, and send it as Authorization: Bearer."),
        [403] = new("forbidden", "Your role does not allow this", "Ask your agency's administrator whether you should hold a role that does."),
        [404] = new("not-found", "Nothing is here for you", "Check the address. What you may not see is answered in the same way as what does not exist."),
        [405] = new("method-not-allowed", "This resource does not take this method", "Use one of the methods in the Allow header."),
        [406] = new("not-acceptable", "No such representation", "Ask for application/json."),
        [408] = new("timed-out", "The request took too long to arrive", "Send it again."),
        [409] = new("conflict", "The present state does not allow this", "Read the resource again, then decide what to do."),
        [412] = new("stale", "Somebody changed this since you read it", "Read the resource again, and repeat your change with its new ETag in If-Match."),
        [413] = new("body-too-large", "The body is too large", "Send a smaller body, or several requests."),
        [414] = new("uri-too-long", "The address is too long", "Shorten the query, or ask in several requests."),
        [415] = new("unsupported-media-type", "The body's media type is not supported", "Send application/json, in UTF-8."),
        [422] = new("unprocessable", "The request cannot be carried out", "Correct the request, and send it again."),
        [428] = new("if-match-required", "A change needs If-Match", "Read the resource, and send its ETag in If-Match."),
        [429] = new("too-many-requests", "Too many requests", "Wait as long as Retry-After says, then send it again."),
        [431] = new("headers-too-large", "The headers are too large", "Send fewer or shorter headers."),
        [500] = new("internal-error", "Something went wrong here", "Send it again later; if it stays, give the traceId to whoever operates the platform."),
        [502] = new("broken-answer", "A part of the platform gave no usable answer", "Send it again later."),
        [503] = new("unavailable", "Not available just now", "Wait as long as Retry-After says, then send it again."),
        [504] = new("timed-out-upstream", "A part of the platform did not answer in time", "Send it again later."),
    };

    private const string Registered = "https://iana.org/assignments/http-problem-types#";

    public static string TypeOf(string slug) => $"https://fourthp.example/problems/{slug}";

    public static string TitleOf(int status) => ByStatus[status].Title;

    /// <summary>Not one of the framework's: our own, or registered for everybody.</summary>
    public static bool IsOurs(ProblemDetails problem) => problem.Type is { } type
        && (type.StartsWith(TypeOf(""), StringComparison.Ordinal) || type.StartsWith(Registered, StringComparison.Ordinal));

    /// <summary>The kinds of draft-ietf-httpapi-ratelimit-headers: a quota is used up, or there is less for everybody just now.</summary>
    public static ProblemDetails Limited(int status, string policy, string detail)
    {
        var (name, title) = status < 500
            ? ("quota-exceeded", "Request cannot be satisfied as assigned quota has been exceeded")
            : ("temporary-reduced-capacity", "Request cannot be satisfied due to temporary server capacity constraints");
        var problem = new ProblemDetails { Type = Registered + name, Title = title, Detail = detail };
        problem.Extensions["violated-policies"] = new[] { policy };
        return Complete(problem, status);
    }

    public static ProblemDetails Create(int status, string? slug = null, string? detail = null) =>
        Complete(new ProblemDetails { Type = slug is null ? null : TypeOf(slug), Detail = detail }, status);

    /// <summary>Fills in what the status decides, and replaces the framework's own type and title.</summary>
    public static T Complete<T>(T problem, int status) where T : ProblemDetails
    {
        var kind = ByStatus.GetValueOrDefault(status) ?? ByStatus[status < 500 ? 400 : 500];
        problem.Status = status;
        if (!IsOurs(problem))
            (problem.Type, problem.Title) = (TypeOf(kind.Slug), kind.Title);
        problem.Title ??= kind.Title;
        problem.Detail ??= kind.Detail;
        problem.Instance = null;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString();
        return problem;
    }
}
