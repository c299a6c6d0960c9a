using System.ComponentModel.DataAnnotations;
using CaseReferral.Audit;
using CaseReferral.Clients;
using CaseReferral.Directory;
using CaseReferral.Storage;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Validation;

namespace CaseReferral.Referrals;

/// <summary>What is asked of another agency. Age band and gender come from the client.</summary>
public sealed record MakeReferral
{
    public required Guid ClientId { get; init; }
    public required Guid ToAgencyId { get; init; }

    [Required, Length(1, 10), DistinctItems]
    public required IReadOnlyList<ServiceType> Services { get; init; }

    /// <summary>Languages she can be served in (ISO 639-2, bibliographic).</summary>
    [Required, MaxLength(5), DistinctItems, LanguageCodes, EachItem("^[a-z]{3}$")]
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Where: the code of a state or county, such as <c>US-CA</c> or <c>06075</c>.</summary>
    [RegularExpression(AreaCode.Pattern, ErrorMessage = "The area must be the code of a country, of its part or of a county, such as US, US-CA or 06075.")]
    public string? Area { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>What the receiver must know to answer; none where left out.</summary>
    [MaxLength(8), DistinctItems]
    public IReadOnlyList<RiskFlag> RiskFlags { get; init; } = [];
}

internal static class MakeReferralEndpoint
{
    public static void MapMakeReferral(this RouteGroupBuilder referrals) => referrals.MapPost("", Make)
        .WithSummary("Refer a client to another agency")
        .WithDescription("Phase one: the need without identity. By the client's case team or its supervisor, to another member of the same task force.");

    private static async Task<Results<Created<SentReferral>, ProblemHttpResult>> Make(
        MakeReferral request, Caller caller, HttpContext http, CaseReferralDb db, TimeProvider time, IOptions<ReferralSettings> settings,
        CancellationToken cancellationToken)
    {
        var client = await db.ClientsOf(caller).AsNoTracking().SingleOrDefaultAsync(client => client.Id == request.ClientId, cancellationToken);
        if (client is null)
        {
            http.Denied(request.ClientId);
            return Problems.NotFound();
        }
        if (request.ToAgencyId == client.AgencyId) return Problems.Invalid("toAgencyId", "An agency does not refer to itself.");
        if (!await db.IsMemberAsync(client.TaskForceId, client.AgencyId, cancellationToken)) return NoLongerMember();
        if (!await db.IsMemberAsync(client.TaskForceId, request.ToAgencyId, cancellationToken)) return NotInTaskForce();

        var now = time.GetUtcNow();
        var need = new Need(
            request.Services, request.Languages, request.Area, request.Urgency, request.RiskFlags, client.AgeBand, client.Gender);
        var referral = Referral.Make(client, request.ToAgencyId, need, now, settings.Value.ToRespond(request.Urgency));
        db.Referrals.Add(referral);
        db.Audit(AuditedChange.ReferralMade, referral.Id, referral.Hub, caller.AsActor(http), now);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(referral);
        var view = SentReferral.Of(referral, await db.NewContactsAsync(caller, cancellationToken));
        return TypedResults.Created($"referrals/{referral.Id}", await db.WarnedAsync(view, cancellationToken));
    }

    /// <summary>Also by a token that names no task force, and so outlives the membership.</summary>
    private static ProblemHttpResult NoLongerMember() => Problems.Conflict("not-a-member",
        "Your agency is not known here as a member of the client's task force, through which the referral would go.");

    private static ProblemHttpResult NotInTaskForce() => Problems.Conflict("agency-not-in-task-force",
        "The receiving agency is not known here as a member of the client's task force. If it has just joined, try again in a moment: the directory may lag.");
}
