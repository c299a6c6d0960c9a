using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Http;

/// <summary>
/// Writes what the framework found wrong in the platform's words, whatever the client says it accepts: an error as
/// plain text helps nobody.
/// </summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var ours = ProblemKinds.IsOurs(context.ProblemDetails);
        var problem = ProblemKinds.Complete(context.ProblemDetails, http.Response.StatusCode);
        if (!ours && problem is HttpValidationProblemDetails invalid)
            invalid.Errors = invalid.Errors.ToDictionary(error => FieldName(error.Key), error => error.Value);
        await http.Response.WriteAsJsonAsync(
            problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json", http.RequestAborted);
    }

    /// <summary>Validation names members (<c>Homes[1].Street</c>), clients know fields (<c>homes[1].street</c>).</summary>
    private static string FieldName(string member) =>
        string.Join('.', member.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
