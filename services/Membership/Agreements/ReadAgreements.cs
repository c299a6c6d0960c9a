using Contracts;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>An agreement in a list.</summary>
/// <param name="Awaiting">Who is asked to sign the newest version, and has not.</param>
public sealed record AgreementSummary(
    Guid Id, AgreementKind Kind, string Title, AgreementState State, bool InForce, int? NumberInForce, int LatestNumber, DateOnly? EffectiveOn,
    DateOnly? ExpiresOn, DateOnly? LastDay, IReadOnlyList<SignatoryView> Awaiting)
{
    internal static AgreementSummary Of(Agreement agreement, DateOnly today) => new(
        agreement.Id, agreement.Kind, agreement.Title, agreement.StateOn(today), agreement.IsInForceOn(today), agreement.NumberInForce,
        agreement.LatestNumber, agreement.EffectiveOn, agreement.ExpiresOn, agreement.LastDay,
        agreement.Latest.State != AgreementVersionState.OpenForSignature ? []
            : [.. agreement.LatestSignatories.Where(one => one.State != SignatoryState.Signed).OrderBy(one => one.Id).Select(SignatoryView.Of)]);
}

internal static class ReadAgreements
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/task-forces/{id:guid}/agreements", ListAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists agreements: by state, kind, party, those that expire before a day, and those that await an agency's signature.");
        api.MapGet("/task-forces/{id:guid}/agreements/{agreementId:guid}", GetAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Reads one agreement with its versions and signatories.");
    }

    private static async Task<Results<Ok<IReadOnlyList<AgreementSummary>>, ProblemHttpResult>> ListAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        AgreementState? state = null, AgreementKind? kind = null, Guid? agencyId = null, DateOnly? expiringBefore = null, Guid? awaitingSignatureOf = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var today = time.Day();
        var agreements = db.Agreements.Where(agreement => agreement.TaskForceId == id);
        if (state is not null) agreements = InState(agreements, state.Value, today);
        if (kind is not null) agreements = agreements.Where(agreement => agreement.Kind == kind);
        if (agencyId is not null) agreements = Between(agreements, agencyId.Value);
        if (expiringBefore is not null)
            agreements = InState(agreements, AgreementState.Effective, today).Where(agreement => agreement.ExpiresOn < expiringBefore);
        if (awaitingSignatureOf is not null) agreements = Awaiting(agreements, awaitingSignatureOf.Value);
        return await agreements
            .Include(agreement => agreement.Versions.Where(version => version.Newest))
            .Include(agreement => agreement.Signatories.Where(one => one.Newest))
            .AsSplitQuery()
            .ToPageAsync(page, http, agreement => AgreementSummary.Of(agreement, today), cancellationToken);
    }

    private static IQueryable<Agreement> Between(IQueryable<Agreement> agreements, Guid agencyId) => agreements.Where(agreement =>
        agreement.Parties.Any(party => party.AgencyId == agencyId)
        || agreement.Signatories.Any(one => one.AgencyId == agencyId && one.Newest));

    private static IQueryable<Agreement> Awaiting(IQueryable<Agreement> agreements, Guid agencyId) => agreements.Where(agreement =>
        agreement.Versions.Any(version => version.Newest && version.State == AgreementVersionState.OpenForSignature)
        && agreement.Signatories.Any(one => one.Newest && one.AgencyId == agencyId && one.State != SignatoryState.Signed));

    /// <summary>One whose last day has passed is expired, noted or not.</summary>
    private static IQueryable<Agreement> InState(IQueryable<Agreement> agreements, AgreementState state, DateOnly today) => state switch
    {
        AgreementState.Effective => agreements.Where(agreement =>
            agreement.State == AgreementState.Effective && (agreement.ExpiresOn == null || agreement.ExpiresOn >= today)),
        AgreementState.Expired => agreements.Where(agreement => agreement.State == AgreementState.Expired
            || (agreement.State == AgreementState.Effective && agreement.ExpiresOn < today)),
        _ => agreements.Where(agreement => agreement.State == state),
    };

    private static async Task<Results<Ok<AgreementView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid agreementId, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement) return Problems.NotFound();

        http.SetETag(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement, time.Day()));
    }
}
