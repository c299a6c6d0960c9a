using Contracts;

namespace Testing;

/// <summary>Who a test acts as; becomes a registered client with these claims.</summary>
public sealed record Person(params string[] Roles)
{
    public Guid? AgencyId { get; init; }
    public AgencyClass? AgencyClass { get; init; }
    public string? Hub { get; init; }
    public Guid? TaskForceId { get; init; }
    public Guid? SeatId { get; init; }
}
