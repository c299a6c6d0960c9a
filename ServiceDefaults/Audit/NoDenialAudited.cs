using Microsoft.AspNetCore.Builder;

namespace ServiceDefaults.Audit;

/// <summary>Marks an endpoint of which a denial would tell what was promised to remain nowhere.</summary>
public sealed record NoDenialAudited;

public static class NoDenialAuditedExtensions
{
    /// <summary>Denials here leave nothing in the audit: an exception, each of which a test lists.</summary>
    public static TBuilder WithoutDenialsInAudit<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NoDenialAudited());
}
