using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

/// <summary>What one client, one address and all together may use of the platform (section <c>Gateway:Limits</c>).</summary>
public sealed class LimitSettings
{
    public const string Section = "Gateway:Limits";

    /// <summary>Each authenticated client: enough to send thousands of referrals in minutes.</summary>
    [ValidateObjectMembers]
    public Quota Client { get; } = new() { Requests = 500, Seconds = 10 };

    /// <summary>Each address, for requests without a token, and for the first with a token that was not seen before.</summary>
    [ValidateObjectMembers]
    public Quota Address { get; } = new() { Requests = 200, Seconds = 10 };

    /// <summary>Each address at Identity's token endpoint, where an attempt costs a core tens of milliseconds.</summary>
    [ValidateObjectMembers]
    public Quota Token { get; } = new() { Requests = 120, Seconds = 60 };

    /// <summary>Requests of one client (or address) that are worked on at once.</summary>
    [Range(1, 100_000)]
    public int InFlight { get; set; } = 32;

    /// <summary>Requests of one client that wait for one of its own to end.</summary>
    [Range(0, 100_000)]
    public int Queue { get; set; } = 32;

    /// <summary>How long they wait.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan QueueTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Requests at one service at once: a service that hangs takes no others with it.</summary>
    [Range(1, 100_000)]
    public int ServiceInFlight { get; set; } = 200;

    /// <summary>Requests of everybody at once.</summary>
    [Range(1, 100_000)]
    public int TotalInFlight { get; set; } = 512;

    /// <summary>Connections of one address; an office of an agency, or a system's pool, is one.</summary>
    [Range(1, 100_000)]
    public int Connections { get; set; } = 256;

    /// <summary>The head of a request must be whole by then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeadTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes a second, over <see cref="BodyGrace"/>, below which a body is too slow.</summary>
    [Range(1, 1_000_000)]
    public int BodyRate { get; set; } = 240;

    [Range(typeof(TimeSpan), "00:00:01.1", "00:01:00")]
    public TimeSpan BodyGrace { get; set; } = TimeSpan.FromSeconds(5);
}
