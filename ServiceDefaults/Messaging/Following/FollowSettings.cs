namespace ServiceDefaults.Messaging.Following;

/// <summary>A stream: one hub's facts from one service.</summary>
public sealed record StreamName(string Service, string Hub);

/// <summary>A service whose streams are followed; all of its hubs where none is named.</summary>
internal sealed record Followed(string Service, IReadOnlyList<string> Hubs)
{
    public bool Covers(string hub) => Hubs.Count == 0 || Hubs.Contains(hub);

    /// <summary>What to bind on the exchange <c>journal</c>. Whole streams, or positions would have gaps.</summary>
    public IEnumerable<string> RoutingKeys => Hubs.Count == 0 ? [$"*.{Service}.#"] : Hubs.Select(hub => $"{hub}.{Service}.#");
}

/// <summary>Everything this service follows, and the queue on which it hears of it.</summary>
internal sealed record FollowSettings(string Queue, IReadOnlyList<Followed> Services)
{
    public bool Covers(StreamName stream) => Services.Any(followed => followed.Service == stream.Service && followed.Covers(stream.Hub));
}
