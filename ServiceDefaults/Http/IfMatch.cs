using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Http;

/// <summary>Marks an endpoint that calls <see cref="IfMatch.Check"/>, for its description.</summary>
internal sealed record IfMatchRequired;

/// <summary>Nobody changes what they have not read as it now is.</summary>
public static class IfMatch
{
    /// <summary>Describes that the endpoint wants the ETag of what it changes; the endpoint itself checks it, once it knows that the caller may see it.</summary>
    public static TBuilder RequireIfMatch<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new IfMatchRequired());

    /// <summary>Null where the change may go on; 428 without If-Match, 412 where it names no present version.</summary>
    public static ProblemHttpResult? Check(HttpContext http, Entity entity)
    {
        var header = http.Request.Headers.IfMatch;
        if (string.IsNullOrWhiteSpace(header.ToString()))
            return Problems.Of(StatusCodes.Status428PreconditionRequired);
        if (!EntityTagHeaderValue.TryParseStrictList(header.OfType<string>().ToArray(), out var tags))
            return Problems.Invalid("If-Match", "Send the ETag as it was given, in double quotes.");
        // Comparison is strong (RFC 9110, 13.1.1): a weak tag matches nothing.
        var present = Tag(entity);
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == present))
            ? null
            : Problems.Of(StatusCodes.Status412PreconditionFailed);
    }

    /// <summary>Gives the entity's version to the reader: what a change must name in If-Match.</summary>
    public static void SetETag(this HttpContext http, Entity entity) => http.Response.Headers.ETag = Tag(entity);

    private static string Tag(Entity entity) => $"\"{entity.Version}\"";
}
