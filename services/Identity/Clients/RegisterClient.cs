using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Contracts;
using Identity.Audit;
using Identity.Storage;
using Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Identity.Clients;

/// <summary>Registers a client.</summary>
/// <param name="Name">What the client is, such as "Intake system of an agency"; no person's name.</param>
/// <param name="SeatId">The representative's seat it acts in: with the seat its access ends.</param>
/// <param name="Jwks">Its public keys, where it authenticates by private_key_jwt; it then gets no secret.</param>
public sealed record RegisterClientRequest(
    [property: Required, StringLength(100, MinimumLength = 1)] string Name,
    [property: Required, MinLength(1), MaxLength(15), EachItem("^[a-z]+(-[a-z]+)?$")] IReadOnlyList<string> Roles,
    Guid? AgencyId = null,
    AgencyClass? AgencyClass = null,
    [property: RegularExpression("^[a-z][a-z0-9-]{0,62}$", ErrorMessage = "A hub's code is in small letters, digits and hyphens.")] string? Hub = null,
    Guid? TaskForceId = null,
    Guid? SeatId = null,
    [property: MaxLength(20), EachItem(Scope.Form)] IReadOnlyList<string>? Scopes = null,
    ClientKeySet? Jwks = null)
{
    internal ClientGrant Grant => new(Roles, Scopes ?? [], AgencyId, AgencyClass, Hub, TaskForceId, SeatId);
}

internal static class RegisterClient
{
    public static void MapRegisterClient(this IEndpointRouteBuilder api) => api.MapPost("/clients", HandleAsync)
        .RequireRoles(Roles.PlatformAdmin, Roles.HubAdmin, Roles.AgencyAdmin)
        .AnswersSecret()
        .WithSummary("Register a client; its secret is in this answer and nowhere else");

    private static async Task<Results<Created<ClientView>, ProblemHttpResult>> HandleAsync(
        RegisterClientRequest request, HttpContext http, Caller caller, IdentityDb db, ClientPlace place, ClientSecrets secrets,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var grant = request.Grant;
        if (ClientRules.Inconsistency(grant) is { } wrong) return Problems.Invalid(wrong.Field, wrong.Message);
        if (grant.Scopes.Any(scope => !Scope.IsValid(scope)))
            return Problems.Invalid("scopes", "A scope has 1 to 64 visible ASCII characters without quotes and backslashes.");
        if (request.Jwks?.Fault() is { } fault) return Problems.Invalid("jwks", fault);
        if (!ClientRules.MayManage(caller, grant))
            return Problems.Forbidden("A hub's administrator registers its coordinators, core group, funders and agencies' administrators; an agency's administrator its agency's people.");
        if (await place.CheckAsync(caller, grant, cancellationToken) is { } elsewhere) return elsewhere;

        var now = time.GetUtcNow();
        var clientId = $"client-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        var client = Client.Register(clientId, request.Name, grant, caller.Subject, now);
        string? secret = null;
        if (request.Jwks is { } keys) client.UseKeys(keys.ToJson(), now);
        else secret = secrets.AddNew(client, TimeSpan.Zero);
        db.AddRange(client, http.Audit(AuditedAction.ClientRegistered, time, client, string.Join(' ', grant.Roles), actor: caller.Subject));
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(client);
        return TypedResults.Created($"clients/{clientId}", ClientView.Of(client, secret));
    }
}
