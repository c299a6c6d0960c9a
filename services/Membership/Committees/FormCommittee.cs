using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Leadership;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Committees;

/// <summary>A new committee or work group.</summary>
/// <param name="Purpose">A committee's purpose, or a work group's task.</param>
/// <param name="FormedOn">Today or earlier.</param>
/// <param name="EndsOn">A work group's last day; a committee has none.</param>
/// <param name="AgencyIds">The member agencies that sit in it from the first day.</param>
/// <param name="DecisionId">A carried decision about Structure, where the task force decided on it.</param>
public sealed record NewCommittee(
    [property: Required] CommitteeKind? Kind,
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, PlainText(Lines = true), StringLength(Committee.PurposeLength)] string Purpose,
    [property: Required] DateOnly? FormedOn,
    DateOnly? EndsOn = null,
    Guid? ChairSeatId = null,
    [property: MaxLength(Committee.MostMembers)] IReadOnlyList<Guid>? AgencyIds = null,
    [property: PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string? Why = null,
    Guid? DecisionId = null);

internal static class FormCommittee
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/committees", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Forms a standing committee, or a work group with a task and a last day.");

    private static async Task<Results<Created<CommitteeView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewCommittee request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var (today, formedOn) = (time.Day(), request.FormedOn!.Value);
        if (formedOn > today) return Problems.Invalid("formedOn", "Record it on the day on which it is formed.");
        if (request.Kind == CommitteeKind.WorkGroup && request.EndsOn is null)
            return Problems.Invalid("endsOn", "A work group ends: say when. What stands is a committee.");
        if (request.Kind == CommitteeKind.Committee && request.EndsOn is not null)
            return Problems.Invalid("endsOn", "A committee stands. What ends is a work group.");
        if (request.EndsOn < formedOn) return Problems.Invalid("endsOn", "Must not be before the first day.");

        var chair = await db.ActiveSeatAsync(id, request.ChairSeatId, cancellationToken);
        if (chair is null && request.ChairSeatId is not null) return Problems.Invalid("chairSeatId", "Must be a seat in this task force.");
        var agencies = (request.AgencyIds ?? []).ToHashSet();
        if (await db.MembersAmongAsync(id, agencies, cancellationToken) < agencies.Count)
            return Problems.Invalid("agencyIds", "Each must be a member of this task force.");
        var carried = request.DecisionId is { } decisionId
            ? await db.CarriedAsync(taskForce, decisionId, DecisionAbout.Structure, null, cancellationToken) : default;
        if (carried.Refused is not null) return carried.Refused;

        var committee = Committee.Form(
            taskForce, request.Kind!.Value, request.Name.Trim(), request.Purpose.Trim(), chair, formedOn, request.EndsOn);
        db.Committees.Add(committee);
        db.CommitteeMembers.AddRange(agencies.Select(agency => CommitteeMember.Join(
            committee, agency, chair?.AgencyId == agency ? chair.Id : null, formedOn)));
        carried.Decision?.UseFor(committee.Id);
        db.StructureChanges.Add(StructureChange.Of(
            committee, StructureChangeKind.CommitteeFormed, formedOn, Written.Of(caller, time), request.Why?.Trim(), carried.Decision?.Id,
            chair?.AgencyId, chair?.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("committee-exists", "The task force has one of this name already.");
        }

        http.SetETag(committee);
        return TypedResults.Created($"/task-forces/{id}/committees/{committee.Id}", CommitteeView.Of(committee, today));
    }
}
