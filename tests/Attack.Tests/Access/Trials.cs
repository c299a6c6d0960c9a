using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Attack.Tests.Platform;
using Attack.Tests.Requests;
using Contracts;
using Testing;

namespace Attack.Tests.Access;

/// <summary>
/// The same valid request for whoever asks, about the same existing things; changes name a version that nothing has, so
/// that whoever is let in hears so and changes nothing.
/// </summary>
internal sealed class Trials(AttackedPlatform platform, IReadOnlyList<Operation> operations, IReadOnlyList<string> ours)
{
    private readonly Dictionary<(string, AgencyClass), Draft> drafts = [];

    public static async Task<Trials> StartAsync(AttackedPlatform platform)
    {
        var own = new Belongings(platform, "membership");
        string[] ours =
        [
            await own.RegisteredAsync(), await own.ClientAsync(), await own.SentAsync(), await own.ReceivedAsync(AgencyClass.VictimServices),
            await own.ReceivedAsync(AgencyClass.LawEnforcement), await own.ReceivedAsync(AgencyClass.Prosecution),
        ];
        return new(platform, await ApiDescription.ReadAllAsync(platform), ours);
    }

    public async Task<Draft> DraftAsync(Decision decision, string role)
    {
        var key = (decision.Route, Place.ClassOf(role));
        if (drafts.TryGetValue(key, out var known)) return known;
        var operation = operations.Single(operation => operation.Key == decision.Route);
        var draft = await Samples.ValidAsync(platform, operation, Place.ClassOf(role), ofTheirOwn: true);
        return drafts[key] = operation.Takes("If-Match") ? draft.With("If-Match", Draft.NoVersion) : draft;
    }

    /// <summary>Asked again while it is not available, as it says: figures are being rebuilt.</summary>
    public Task<Surface> AskAsync(Draft draft, Person by) => Until.SomeAsync(
        async () =>
        {
            using var message = draft.ToMessage(platform.Mint.TokenFor(by));
            using var answer = await platform.To(draft.Operation.Service).SendAsync(message);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? null : await Surface.OfAsync(answer);
        },
        $"{draft.Operation} is available");

    /// <summary>The same request about things that never were.</summary>
    public Draft Missing(Draft draft)
    {
        var missing = OurIds(draft).Distinct().ToDictionary(id => id, id => Guid.TryParse(id, out _) ? Guid.NewGuid().ToString() : "nowhere");
        string Elsewhere(string text) => missing.Aggregate(text, (changed, id) => changed.Replace(id.Key, id.Value, StringComparison.Ordinal));
        return draft with
        {
            Path = Elsewhere(draft.Path), Query = Elsewhere(draft.Query),
            Body = draft.Body is null ? null : Encoding.UTF8.GetBytes(Elsewhere(Encoding.UTF8.GetString(draft.Body))),
        };
    }

    /// <summary>Ids that an answer to somebody elsewhere must not hold.</summary>
    public IEnumerable<string> OurIds(Draft draft)
    {
        foreach (var id in ours) yield return id;
        foreach (var (name, id) in draft.PathValues)
        {
            // A number or a code of a list is nobody's.
            if (!draft.Operation.In("path").Any(parameter => parameter.Name == name && (parameter.Schema.Is("integer") || parameter.Schema.Codes() is not null)))
                yield return id;
        }

        if (draft.Json?["clientId"] is JsonNode client) yield return (string)client!;
        foreach (var id in platform.Home.Agencies.Values) yield return id.ToString();
        yield return platform.Home.TaskForceId.ToString();
        if (!draft.PathValues.Values.Contains(platform.Home.Hub)) yield return platform.Home.Hub;
    }
}
