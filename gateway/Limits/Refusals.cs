using System.Diagnostics.Metrics;

namespace Gateway.Limits;

/// <summary>What limits refuse, counted by policy. Never by client: who asks how often is not for a dashboard.</summary>
public static class Refusals
{
    public const string Meter = "FourthP.Gateway";
    public const string Counter = "gateway.refused_requests";

    private static readonly Counter<long> Counted =
        new Meter(Meter).CreateCounter<long>(Counter, "{request}", "Requests that a limit refused.");

    public static void Count(string policy) => Counted.Add(1, new KeyValuePair<string, object?>("policy", policy));
}
