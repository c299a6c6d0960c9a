using System.ComponentModel.DataAnnotations;
using Membership.Members;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>A member's word that it will uphold the guiding principles.</summary>
/// <param name="AgencyId">The member: one's own agency; whoever runs the task force records it for any.</param>
public sealed record PrinciplesAcknowledged([property: Required] Guid? AgencyId);

/// <summary>Where one member stands with a version of the guiding principles.</summary>
/// <param name="AcknowledgedOn">None while the member is still asked.</param>
/// <param name="RecordedByCoordinator">Recorded by whoever runs the task force; not the member's own word yet.</param>
public sealed record PrincipleAcknowledgementView(
    Guid AgencyId, string AgencyName, DateOnly? AcknowledgedOn, Guid? SeatId, bool RecordedByCoordinator)
{
    internal static PrincipleAcknowledgementView Of(Member member, PrincipleAcknowledgement? given) => new(
        member.AgencyId, member.Agency.Name, given?.AcknowledgedOn, given?.SeatId, given?.RecordedByCoordinator ?? false);
}

internal static class AcknowledgePrinciples
{
    private const string Path = "/task-forces/{id:guid}/guiding-principles/{number:int}/acknowledgements";

    /// <summary>The core group is nobody's agency: whoever is in it acknowledges as one of their own agency.</summary>
    private static readonly string[] OfMembers = [.. TaskForceRoles.Participants.Except([Roles.CoreGroup])];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Path, HandleAsync).RequireRoles(OfMembers)
            .WithSummary("Acknowledges the guiding principles in force, for one's own agency. Once is enough.")
            .WithDescription("Whoever runs the task force records it for any, and it is marked as such until the member gives its own word.");
        api.MapGet(Path, ListAsync).RequireRoles(TaskForceRoles.Participants)
            .WithSummary("Lists the members and whether each has acknowledged this version.");
    }

    private static async Task<Results<Created<PrincipleAcknowledgementView>, ProblemHttpResult>> HandleAsync(
        Guid id, int number, PrinciplesAcknowledged request, MembershipDb db, Caller caller, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var agencyId = request.AgencyId!.Value;
        if (!caller.MayRun(taskForce) && !caller.IsOf(agencyId)) return Problems.Forbidden("A member acknowledges for itself.");
        var version = await FindAsync(db, id, number, cancellationToken);
        if (version is null) return Problems.NotFound();
        if (version.State != StatementState.Adopted) return Problems.StateConflict(version.State);
        if (await db.FindMemberAsync(taskForce, agencyId, cancellationToken) is not { State: not MemberState.Ended } member)
            return Problems.Conflict("not-a-member", "The agency is not a member of this task force.");

        var own = caller.IsOf(agencyId);
        var given = await db.PrincipleAcknowledgements.SingleOrDefaultAsync(
            one => one.PrinciplesId == version.Id && one.AgencyId == agencyId, cancellationToken);
        if (given is not null && !(own && given.RecordedByCoordinator)) return Already();
        if (given is null) db.PrincipleAcknowledgements.Add(given = PrincipleAcknowledgement.Give(version, agencyId, time.Day()));
        if (own) given.InOwnWord(caller.SeatId, time.Day());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Already();
        }

        return TypedResults.Created(
            $"/task-forces/{id}/guiding-principles/{number}/acknowledgements",
            PrincipleAcknowledgementView.Of(member, given));
    }

    private static ProblemHttpResult Already() => Problems.Conflict("acknowledged-already", "The member has acknowledged this version already.");

    private static async Task<Results<Ok<IReadOnlyList<PrincipleAcknowledgementView>>, ProblemHttpResult>> ListAsync(
        Guid id, int number, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        bool? acknowledged = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await FindAsync(db, id, number, cancellationToken) is not { } version) return Problems.NotFound();

        var given = db.PrincipleAcknowledgements.Where(one => one.PrinciplesId == version.Id);
        var members = db.Members.Include(member => member.Agency).Where(member => member.TaskForceId == id && member.LeftAt == null);
        if (acknowledged is not null) members = members.Where(member => given.Any(one => one.AgencyId == member.AgencyId) == acknowledged);
        // A task force has tens of members; their words on one version are read once, whatever the page.
        var byAgency = await given.AsNoTracking().ToDictionaryAsync(one => one.AgencyId, cancellationToken);
        return await members.ToPageAsync(page, http, member => PrincipleAcknowledgementView.Of(member, byAgency.GetValueOrDefault(member.AgencyId)), cancellationToken);
    }

    private static Task<GuidingPrinciples?> FindAsync(MembershipDb db, Guid taskForceId, int number, CancellationToken cancellationToken) =>
        db.GuidingPrinciples.AsNoTracking().SingleOrDefaultAsync(
            version => version.TaskForceId == taskForceId && version.Number == number, cancellationToken);
}
