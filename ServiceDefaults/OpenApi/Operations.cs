using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ServiceDefaults.Http;

namespace ServiceDefaults.OpenApi;

/// <summary>What all operations have in common: summary, token, headers, problems.</summary>
internal static class Operations
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Summary ??= metadata.OfType<MethodInfo>().LastOrDefault() is { } method ? XmlSummaries.Of(method) : null;
        var anonymous = metadata.OfType<IAllowAnonymous>().Any();
        if (!anonymous)
        {
            operation.Security = [new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(OpenApiServices.Scheme, context.Document)] = [],
            }];
        }

        var problem = new OpenApiSchemaReference(ProblemSchema.Name, context.Document);
        operation.Responses ??= [];
        var ifMatch = metadata.OfType<IfMatchRequired>().Any();
        foreach (var status in Statuses(operation, context, anonymous, ifMatch))
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = ProblemKinds.TitleOf(status),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = problem } },
            });
        }

        AddHeaders(operation, metadata.OfType<IdempotentPost>().Any(), metadata.OfType<SecretAnswer>().Any(), ifMatch);
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Statuses(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool anonymous, bool ifMatch)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
            yield return 400;
        if (!anonymous)
        {
            yield return 401;
            yield return 403;
        }

        if (OfOne(context))
            yield return 404;
        if (Changes(context))
        {
            yield return 409;
            yield return 422;
        }

        if (ifMatch)
        {
            yield return 412;
            yield return 428;
        }

        if (operation.RequestBody is not null)
        {
            yield return 413;
            yield return 415;
        }

        // By the gateway, before the service hears of it.
        yield return 429;
        yield return 503;
    }

    private static void AddHeaders(OpenApiOperation operation, bool idempotent, bool secret, bool ifMatch)
    {
        if (idempotent)
        {
            Add(
                IdempotencyKey.Header, required: false, "Makes it safe to send the request again: the same key and body give the first answer again, for 24 hours."
                + (secret ? $" The answer holds a secret: a random key of at least {IdempotencyKey.ShortestForSecret} characters." : ""),
                secret ? IdempotencyKey.ShortestForSecret : null);
        }

        if (ifMatch)
            Add("If-Match", required: true, "The ETag of the resource as it was read. Required to change it.");

        void Add(string name, bool required, string description, int? minLength = null)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = required,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = minLength },
            });
        }
    }

    private static bool OfOne(OpenApiOperationTransformerContext context) =>
        context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) is true;

    private static bool Changes(OpenApiOperationTransformerContext context) => context.Description.HttpMethod is not ("GET" or "HEAD");
}
