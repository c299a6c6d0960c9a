using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agreements;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Commitments;

/// <summary>A pledge. Its periods are counted from its first day.</summary>
/// <param name="What">What is pledged. Nothing about a case or a person served.</param>
/// <param name="CountDue">How often in each period.</param>
/// <param name="AgencyId">The one member that pledges (quid pro quo); all do where it is not given (universal).</param>
/// <param name="InReturn">What that one member gets for it.</param>
/// <param name="EndsOn">The last day. Required where it is due once: by then it is.</param>
public sealed record NewCommitment(
    [property: Required] CommitmentKind? Kind,
    [property: Required, PlainText(Lines = true), StringLength(Commitment.WhatLength)] string What,
    [property: Required] Period? Period,
    [property: Required, Range(1, 100)] int? CountDue,
    [property: Required] DateOnly? StartsOn,
    Guid? AgencyId = null,
    [property: PlainText(Lines = true), StringLength(Commitment.WhatLength)] string? InReturn = null,
    DateOnly? EndsOn = null);

internal static class PledgeCommitment
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/commitments", HandleAsync)
        .RequireRoles(TaskForceRoles.Runs)
        .WithSummary("Records a pledge: of all members, or of one for what it gets in return.");

    private static async Task<Results<Created<CommitmentView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewCommitment request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (Unfit(request, time.Day()) is { } unfit) return unfit;
        if (request.AgencyId is { } agency && !await db.AreMembersAsync(id, [agency], cancellationToken))
            return Problems.Invalid("agencyId", "Must be a member agency of this task force.");
        if (await db.Commitments.CountAsync(commitment => commitment.TaskForceId == id, cancellationToken) >= Commitment.MostInTaskForce)
            return Problems.Conflict("too-many-commitments", $"A task force has at most {Commitment.MostInTaskForce} commitments.");

        var commitment = Commitment.Pledge(
            taskForce, request.AgencyId, request.Kind!.Value, request.What.Trim(), request.InReturn?.Trim(), request.Period!.Value,
            request.CountDue!.Value, request.StartsOn!.Value, request.EndsOn);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(commitment);
        return TypedResults.Created($"/task-forces/{id}/commitments/{commitment.Id}", CommitmentView.Of(commitment));
    }

    private static ProblemHttpResult? Unfit(NewCommitment request, DateOnly today)
    {
        if (request.StartsOn < today.AddYears(-5) || request.StartsOn > today.AddYears(10))
            return Problems.Invalid("startsOn", "Must be within the last five or the next ten years.");
        if (request.EndsOn < request.StartsOn) return Problems.Invalid("endsOn", "Must be on or after startsOn.");
        if (request.Period == Period.Once && request.EndsOn is null) return Problems.Invalid("endsOn", "What is due once is due by a day: give it.");
        return request.InReturn is not null && request.AgencyId is null
            ? Problems.Invalid("inReturn", "Only one member that pledges gets something in return: name it in agencyId.")
            : null;
    }
}
