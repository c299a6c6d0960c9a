using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServiceDefaults.Http;

/// <summary>Every refusal, as an RFC 9457 problem. Details say what to do next, and never repeat what was sent.</summary>
public static class Problems
{
    /// <summary>404, in one text for what does not exist and for what must stay hidden.</summary>
    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound);

    /// <summary>403.</summary>
    public static ProblemHttpResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, detail: detail);

    /// <summary>409 of a kind of its own.</summary>
    public static ProblemHttpResult Conflict(string slug, string detail) => Of(StatusCodes.Status409Conflict, slug, detail);

    /// <summary>409: the state, and what it allows.</summary>
    public static ProblemHttpResult StateConflict(Enum state, params string[] allowedVerbs)
    {
        var allowed = allowedVerbs.Length == 0 ? "nothing more" : string.Join(", ", allowedVerbs);
        var problem = ProblemKinds.Create(StatusCodes.Status409Conflict, "state-conflict", $"It is {state}, which allows {allowed}.");
        problem.Extensions["state"] = state.ToString();
        problem.Extensions["allowed"] = allowedVerbs;
        return TypedResults.Problem(problem);
    }

    /// <summary>400 for one field, named as in JSON (camelCase).</summary>
    public static ProblemHttpResult Invalid(string field, string message) =>
        Invalid(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>400 for several fields.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors) => TypedResults.Problem(
        ProblemKinds.Complete(new HttpValidationProblemDetails(errors), StatusCodes.Status400BadRequest));

    /// <summary>422 of a kind of its own: understood, and still not possible.</summary>
    public static ProblemHttpResult Unprocessable(string slug, string detail) =>
        Of(StatusCodes.Status422UnprocessableEntity, slug, detail);

    /// <summary>429 or 503 because of a limit: which policy it was, in <c>violated-policies</c>. Goes with Retry-After.</summary>
    public static ProblemHttpResult Limited(int status, string policy, string detail) =>
        TypedResults.Problem(ProblemKinds.Limited(status, policy, detail));

    /// <summary>The status in the platform's words, or with a kind and detail of its own.</summary>
    public static ProblemHttpResult Of(int status, string? slug = null, string? detail = null) =>
        TypedResults.Problem(ProblemKinds.Create(status, slug, detail));
}
