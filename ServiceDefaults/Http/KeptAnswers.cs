using Microsoft.AspNetCore.Builder;

namespace ServiceDefaults.Http;

/// <summary>What an endpoint says of its answers, where they are not kept for an Idempotency-Key like others.</summary>
public static class KeptAnswers
{
    /// <summary>
    /// The answer holds a secret. Kept for a key it is sealed with that key, which is not stored: so it is as safe as the key
    /// is hard to guess, and a short one is refused (docs/adr/0004).
    /// </summary>
    public static TBuilder AnswersSecret<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new SecretAnswer());

    /// <summary>A question that is asked by POST: it changes nothing, so it can be asked again, and what it was answered is not stored.</summary>
    public static TBuilder KeepsNoAnswer<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NoKeptAnswer());
}

internal sealed record SecretAnswer;

internal sealed record NoKeptAnswer;
