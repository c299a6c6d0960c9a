using ServiceDefaults.Storage;

namespace Identity.Audit;

/// <summary>What the audit tells of.</summary>
public enum AuditedAction
{
    TokenIssued, TokenRefused, ClientRegistered, ClientRemoved, SecretAdded, KeysReplaced, SigningKeyMade,
}

/// <summary>One thing that happened here. Never holds a secret, an assertion or what an unknown caller called itself.</summary>
public sealed class AuditEntry : Entity
{
    private AuditEntry() { }

    internal AuditEntry(AuditedAction action, DateTimeOffset at)
    {
        // In order of time, to the millisecond: nobody's case is behind it, unlike Entity.NewId.
        Id = Guid.CreateVersion7(at);
        Action = action;
        At = at;
    }

    public AuditedAction Action { get; private init; }
    public DateTimeOffset At { get; private init; }

    /// <summary>The client it is about; none where no such client exists.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>The hub of that client: a data protection officer of a hub reads this hub's entries.</summary>
    public string? Hub { get; internal init; }

    /// <summary>Who did it, where that is not the client itself: a token's <c>sub</c>, or a service.</summary>
    public string? Actor { get; internal init; }

    /// <summary>A code, such as <c>WrongSecret</c>.</summary>
    public string? Reason { get; internal init; }

    public string? Remote { get; internal init; }

    /// <summary>The <c>jti</c> of a token that was issued.</summary>
    public string? TokenId { get; internal init; }

    /// <summary>The signing key used or made.</summary>
    public string? KeyId { get; internal init; }

    /// <summary>The trace, to find what else the same request did.</summary>
    public string? RequestId { get; internal init; }
}
