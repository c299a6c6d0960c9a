using System.Text.Json.Nodes;
using Gateway.Routes;

namespace Gateway.Docs;

/// <summary>A service's own OpenAPI document made into what holds outside: its public address, its exposed paths, how to get a token.</summary>
public static class PublicDescription
{
    private const string TokenUrl = "/api/identity/token";

    /// <param name="ownTokens">Whether the platform's own Identity issues the tokens; another provider's address is not ours to name.</param>
    public static JsonObject Of(JsonObject document, string prefix, bool ownTokens)
    {
        document["servers"] = new JsonArray(new JsonObject { ["url"] = prefix });
        if (document["paths"] is JsonObject paths)
        {
            foreach (var path in paths.Select(path => path.Key).Where(path => ExposedPath.IsInternal(path.AsSpan().TrimStart('/'))).ToList())
                paths.Remove(path);
        }

        // Operations name their tags themselves; the list of all would show headings of internal ones with nothing below.
        document.Remove("tags");
        if (document["components"] is not JsonObject components)
            document["components"] = components = [];
        components["securitySchemes"] = new JsonObject { ["token"] = ownTokens ? ClientCredentials() : Bearer() };
        document["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() });
        return document;
    }

    private static JsonObject ClientCredentials() => new()
    {
        ["type"] = "oauth2",
        ["flows"] = new JsonObject
        {
            ["clientCredentials"] = new JsonObject { ["tokenUrl"] = TokenUrl, ["scopes"] = new JsonObject() },
        },
    };

    private static JsonObject Bearer() => new() { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" };
}
