namespace Identity.Tokens;

/// <summary>Why no token was issued: for the audit. What the caller is told says less, see <see cref="OAuthError"/>.</summary>
internal enum RefusalReason
{
    MalformedRequest, UnsupportedGrantType, SeveralAuthentications, NoAuthentication, SecretInBody, MalformedCredentials,
    UnknownClient, RemovedClient, WrongMethod, WrongSecret,
    MalformedAssertion, WrongSignature, WrongAlgorithm, WrongIssuer, WrongAudience, Expired, TooLong, NotYetValid, NoTokenId, Replayed,
    UnknownScope, Suspended, Delayed, Busy,
}

internal sealed record Refusal(RefusalReason Reason, TimeSpan? RetryAfter = null);
