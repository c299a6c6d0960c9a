using System.ComponentModel.DataAnnotations;

namespace Gateway.Limits;

/// <summary>So many requests in so many seconds; the seconds begin with the first request.</summary>
public sealed class Quota
{
    [Range(1, LimitPolicy.MostRequests)]
    public int Requests { get; set; }

    [Range(1, 3600)]
    public int Seconds { get; set; }
}
