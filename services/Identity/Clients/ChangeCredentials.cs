using Identity.Audit;
using Identity.Storage;
using Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Clients;

/// <summary>How a client authenticates.</summary>
public enum AuthenticationMethod { ClientSecretBasic, PrivateKeyJwt }

internal static class ChangeCredentials
{
    public static void MapChangeCredentials(this IEndpointRouteBuilder api)
    {
        api.MapPost("/clients/{clientId}/secrets", AddSecretAsync).RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin).RequireIfMatch().AnswersSecret()
            .WithSummary("A new secret, shown in this answer only; the former one holds for a while beside it");
        api.MapPut("/clients/{clientId}/jwks", ReplaceKeysAsync).RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin).RequireIfMatch()
            .WithSummary("Replace the public keys that a client signs its assertions with; its secrets, if any, end");
    }

    private static async Task<Results<Ok<ClientView>, ProblemHttpResult>> AddSecretAsync(
        string clientId, HttpContext http, Caller caller, IdentityDb db, ClientSecrets secrets, IOptions<IdentitySettings> settings,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Clients.VisibleOneAsync(clientId, caller, cancellationToken) is not { } client) return Problems.NotFound();
        if (Refusal(http, caller, client) is { } refusal) return refusal;
        if (client.Jwks is not null) return Problems.StateConflict(AuthenticationMethod.PrivateKeyJwt, "PUT /clients/{clientId}/jwks");

        var secret = secrets.AddNew(client, settings.Value.SecretOverlap);
        db.Audit.Add(http.Audit(AuditedAction.SecretAdded, time, client, actor: caller.Subject));
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(client);
        return TypedResults.Ok(ClientView.Of(client, secret));
    }

    private static async Task<Results<Ok<ClientView>, ProblemHttpResult>> ReplaceKeysAsync(
        string clientId, ClientKeySet keys, HttpContext http, Caller caller, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (keys.Fault() is { } fault) return Problems.Invalid("keys", fault);
        if (await db.Clients.VisibleOneAsync(clientId, caller, cancellationToken) is not { } client) return Problems.NotFound();
        if (Refusal(http, caller, client) is { } refusal) return refusal;

        client.UseKeys(keys.ToJson(), time.GetUtcNow());
        db.Audit.Add(http.Audit(AuditedAction.KeysReplaced, time, client, actor: caller.Subject));
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(client);
        return TypedResults.Ok(ClientView.Of(client));
    }

    private static ProblemHttpResult? Refusal(HttpContext http, Caller caller, Client client) =>
        ClientRules.MayManage(caller, client.Grant)
            ? IfMatch.Check(http, client)
            : Problems.Forbidden("This client is above your administration.");
}
