using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Edge;
using Gateway.Routes;
using Microsoft.Extensions.Options;
using ServiceDefaults.Access;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Gateway.Docs;

/// <summary>Asks each service for its OpenAPI document, which is not routed itself.</summary>
public static class ApiDescriptions
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public static string PathOf(string service) => $"/docs/openapi/{service}.json";

    public static async Task GetAsync(
        string service, HttpContext http, IProxyStateLookup proxy, IOptions<GatewayOptions> options, IOptions<AccessOptions> access)
    {
        if (!proxy.TryGetCluster(service, out var cluster))
        {
            await EdgeProblem.NotFound(http);
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        timeout.CancelAfter(options.Value.ActivityTimeout);
        try
        {
            var document = (await ReadAsync(cluster, timeout.Token)).AsObject();
            var prefix = cluster.Model.Config.Metadata![PublicPrefix.Key];
            var ownTokens = string.IsNullOrEmpty(access.Value.Authority);
            await TypedResults.Json<JsonNode>(PublicDescription.Of(document, prefix, ownTokens)).ExecuteAsync(http);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException or InvalidOperationException)
        {
            await EdgeProblem.BrokenAnswer(http);
        }
    }

    private static async Task<JsonNode> ReadAsync(ClusterState cluster, CancellationToken cancel)
    {
        if (cluster.DestinationsState.AvailableDestinations is not [var destination, ..])
            throw new HttpRequestException($"No replica of {cluster.ClusterId} is known.");

        using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(destination.Model.Config.Address), "/openapi/v1.json"));
        using var answer = await cluster.Model.HttpClient.SendAsync(question, cancel);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(MaxBytes, cancel);
        return await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel) ?? throw new JsonException();
    }
}
