using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace ServiceDefaults.OpenApi;

internal static class OpenApiServices
{
    public const string Scheme = "accessToken";

    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string service) =>
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = service, Version = "v1" };
                // Relative to wherever the description was read: the gateway takes its prefix off.
                document.Servers = null;
                document.Components ??= new OpenApiComponents();
                document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
                document.Components.Schemas[ProblemSchema.Name] = ProblemSchema.Create();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description = "An access token of the token service (client credentials).",
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(Operations.DescribeAsync);
            options.AddSchemaTransformer(Schemas.DescribeAsync);
        });
}
