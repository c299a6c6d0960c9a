using Contracts;
using Contracts.Identity;
using ServiceDefaults.Storage;

namespace Identity.Clients;

/// <summary>Somebody or something that may get tokens. Its id is the tokens' <c>sub</c>, and is never given to another.</summary>
public sealed class Client : Entity
{
    private readonly List<ClientSecret> secrets = [];

    private Client() { }

    public string ClientId { get; private init; } = "";
    public string Name { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private init; } = [];
    public IReadOnlyList<string> Scopes { get; private init; } = [];
    public Guid? AgencyId { get; private init; }
    public AgencyClass? AgencyClass { get; private init; }
    public string? Hub { get; private init; }
    public Guid? TaskForceId { get; private init; }
    public Guid? SeatId { get; private init; }

    /// <summary>The public keys it signs its assertions with. A client with keys has no secret.</summary>
    public string? Jwks { get; private set; }

    public string RegisteredBy { get; private init; } = "";
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>When its secrets or keys last changed; also what makes such a change raise the client's version.</summary>
    public DateTimeOffset CredentialsChangedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }
    public IReadOnlyList<ClientSecret> Secrets => secrets;
    public bool IsRemoved => RemovedAt is not null;
    public ClientGrant Grant => new(Roles, Scopes, AgencyId, AgencyClass, Hub, TaskForceId, SeatId);

    public static Client Register(string clientId, string name, ClientGrant grant, string by, DateTimeOffset now) => new()
    {
        ClientId = clientId,
        Name = name,
        Roles = grant.Roles,
        Scopes = grant.Scopes,
        AgencyId = grant.AgencyId,
        AgencyClass = grant.AgencyClass,
        Hub = grant.Hub,
        TaskForceId = grant.TaskForceId,
        SeatId = grant.SeatId,
        RegisteredBy = by,
        RegisteredAt = now,
        CredentialsChangedAt = now,
    };

    /// <summary>Gives it a new secret. The one before it holds for <paramref name="overlap"/> longer, older ones end.</summary>
    public void AddSecret(string tag, string hash, DateTimeOffset now, TimeSpan overlap)
    {
        MustNotBeRemoved();
        var newest = secrets.Where(secret => secret.HoldsAt(now)).MaxBy(secret => secret.CreatedAt);
        secrets.RemoveAll(secret => secret != newest);
        newest?.ExpiresAt = newest.ExpiresAt is { } earlier && earlier < now + overlap ? earlier : now + overlap;
        secrets.Add(new ClientSecret(tag, hash, now));
        CredentialsChangedAt = now;
    }

    /// <summary>From now on it signs with these keys and no others.</summary>
    public void UseKeys(string jwks, DateTimeOffset now)
    {
        MustNotBeRemoved();
        Jwks = jwks;
        secrets.Clear();
        CredentialsChangedAt = now;
    }

    /// <summary>Ends it: no new token at once, and within a minute every service refuses those it has.</summary>
    public void Remove(DateTimeOffset at)
    {
        MustNotBeRemoved();
        RemovedAt = at;
        Jwks = null;
        secrets.Clear();
        Record(new ClientRemoved(ClientId), JournalEntry.PlatformHub);
    }

    private void MustNotBeRemoved()
    {
        if (IsRemoved) throw new InvalidOperationException($"Client {ClientId} was removed.");
    }
}
