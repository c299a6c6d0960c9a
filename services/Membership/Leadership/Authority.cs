namespace Membership.Leadership;

/// <summary>One thing that leaders may do without asking first, and how far.</summary>
public sealed class Authority
{
    public const int WhatLength = 500;

    public required int Number { get; init; }
    public required AuthorityKind Kind { get; init; }

    /// <summary>In the task force's own words. Stays here.</summary>
    public required string What { get; init; }

    public string? Limit { get; init; }
}
