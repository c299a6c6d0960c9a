using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Http;

/// <summary>The answer to a request with an Idempotency-Key, kept by the same transaction as what the request did.</summary>
public sealed class KeptAnswer
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Who asked (<c>sub</c>): a key means nothing to anybody else.</summary>
    public required string Caller { get; init; }

    /// <summary>Derived from the client's key, which is not stored.</summary>
    public required string Key { get; init; }

    /// <summary>Keyed digest over method, path and body: not to be guessed at without the key.</summary>
    public required string RequestDigest { get; init; }

    public int StatusCode { get; init; }
    public string? Location { get; init; }
    public string? ETag { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Sealed with the client's key.</summary>
    public byte[] Body { get; init; } = [];

    public required DateTimeOffset AnsweredAt { get; init; }
}

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(answer => new { answer.Caller, answer.Key });
        builder.Property(answer => answer.Location).HasMaxLength(500);
        builder.HasIndex(answer => answer.AnsweredAt);
    }
}
