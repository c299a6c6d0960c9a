using System.ComponentModel.DataAnnotations;
using CaseReferral.Audit;
using CaseReferral.Storage;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Validation;

namespace CaseReferral.Clients;

/// <summary>What intake asks: bands and codes. Consent is never asked for here; services do not depend on it.</summary>
public sealed record TakeInClient
{
    public required ClientKind Kind { get; init; }
    public required IntakeKind Intake { get; init; }
    public required AgeBand AgeBand { get; init; }
    public required Gender Gender { get; init; }

    /// <summary>Languages she speaks, best first; empty where unknown.</summary>
    [Required, MaxLength(5), DistinctItems, LanguageCodes, EachItem("^[a-z]{3}$")]
    public required IReadOnlyList<string> Languages { get; init; }

    public required TraffickingType TraffickingType { get; init; }
    public required TraffickingStatus TraffickingStatus { get; init; }
    public Citizenship Citizenship { get; init; }
}

internal static class TakeInClientEndpoint
{
    public static void MapTakeInClient(this RouteGroupBuilder clients) => clients.MapPost("", TakeIn)
        .WithSummary("Take in a client")
        .WithDescription("By a case worker or supervisor of a victim services agency, who becomes the first of the case team. "
            + "The answer holds the pseudonymous code. Waits for nobody: intake works whatever other agencies and services do.");

    private static async Task<Results<Created<ClientView>, ProblemHttpResult>> TakeIn(
        TakeInClient intake, Caller caller, HttpContext http, CaseReferralDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!caller.ServesClients()) return Problems.Forbidden("Clients are taken in by case workers and supervisors of victim services agencies.");
        if (caller is not { AgencyId: { } agency, TaskForceId: { } taskForce, Hub: { } hub })
            return Problems.Forbidden("The token names no task force to take the client in for.");

        var client = Client.TakeIn(intake, hub, taskForce, agency, caller.Subject, caller.SeatId, time.GetUtcNow());
        db.Clients.Add(client);
        db.Audit(AuditedChange.ClientTakenIn, client.Id, hub, caller.AsActor(http), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(client);
        return TypedResults.Created($"clients/{client.Id}", ClientView.Of(client));
    }
}
