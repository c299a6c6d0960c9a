using Microsoft.Extensions.Primitives;

namespace Gateway.Limits;

/// <summary>One kind of limit, under the names that its refusals and headers say.</summary>
public sealed class LimitPolicy
{
    /// <summary>What fits beside a window's start in one number (<see cref="Share"/>).</summary>
    public const int MostRequests = (1 << 24) - 1;

    public LimitPolicy(string name, Quota quota, LimitSettings settings)
    {
        Name = name;
        InFlightName = $"{name}-in-flight";
        Requests = quota.Requests;
        Seconds = quota.Seconds;
        InFlight = settings.InFlight;
        Queue = settings.Queue;
        QueueTime = settings.QueueTime;
        Header = $"\"{Name}\";q={Requests};w={Seconds}, \"{InFlightName}\";q={InFlight};qu=\"concurrent-requests\"";
    }

    public string Name { get; }
    public string InFlightName { get; }
    public int Requests { get; }
    public int Seconds { get; }
    public int InFlight { get; }
    public int Queue { get; }
    public TimeSpan QueueTime { get; }

    /// <summary>The value of <c>RateLimit-Policy</c>.</summary>
    public StringValues Header { get; }
}
