using System.Text.Json.Serialization;
using Contracts;

namespace Identity.Clients;

/// <summary>A client, as its administrators see it.</summary>
/// <param name="ClientSecret">Only in the answer that made it: it is kept nowhere, and cannot be shown again.</param>
/// <param name="FormerSecretHoldsUntil">How long the secret before it may still be used.</param>
public sealed record ClientView(
    string ClientId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes,
    Guid? AgencyId, AgencyClass? AgencyClass, string? Hub, Guid? TaskForceId, Guid? SeatId,
    string AuthenticationMethod, DateTimeOffset RegisteredAt, DateTimeOffset CredentialsChangedAt,
    DateTimeOffset? FormerSecretHoldsUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientSecret)
{
    internal static ClientView Of(Client client) => Of(client, secret: null);

    internal static ClientView Of(Client client, string? secret) => new(
        client.ClientId, client.Name, client.Roles, client.Scopes,
        client.AgencyId, client.AgencyClass, client.Hub, client.TaskForceId, client.SeatId,
        client.Jwks is null ? "client_secret_basic" : "private_key_jwt", client.RegisteredAt, client.CredentialsChangedAt,
        client.Secrets.Max(known => known.ExpiresAt), secret);
}
