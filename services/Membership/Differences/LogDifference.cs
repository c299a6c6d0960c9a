using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Committees;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Differences;

/// <summary>A difference between agencies.</summary>
/// <param name="Question">What each side is asked to say its view of. Nothing about a case or a person served.</param>
/// <param name="AgencyIds">The sides: two or more members.</param>
/// <param name="LoggedOn">When it came before the core group: today or earlier.</param>
public sealed record NewDifference(
    [property: Required] DifferenceKind? Kind,
    [property: Required, PlainText(Lines = true), StringLength(Difference.QuestionLength)] string Question,
    [property: Required, MinLength(2), MaxLength(Difference.MostSides)] IReadOnlyList<Guid> AgencyIds,
    [property: Required] DateOnly? LoggedOn);

internal static class LogDifference
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/differences", HandleAsync)
        .RequireRolesOrHide(Roles.CoreGroup)
        .WithSummary("Logs a difference between agencies, by its kind; each side then says its view in its own words.");

    private static async Task<Results<Created<DifferenceView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewDifference request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForCoreGroupAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (request.LoggedOn > time.Day()) return Problems.Invalid("loggedOn", "That day is still to come.");
        var agencies = request.AgencyIds.ToHashSet();
        if (agencies.Count < request.AgencyIds.Count) return Problems.Invalid("agencyIds", "Name each side once.");
        if (await db.MembersAmongAsync(id, agencies, cancellationToken) < agencies.Count)
            return Problems.Invalid("agencyIds", "Each must be a member of this task force.");

        var difference = Difference.Log(taskForce, request.Kind!.Value, request.Question.Trim(), request.LoggedOn!.Value, time.Day());
        var sides = agencies.Select(agency => DifferenceSide.Of(difference, agency)).ToList();
        db.Differences.Add(difference);
        db.DifferenceSides.AddRange(sides);
        await db.SaveChangesAsync(cancellationToken);

        http.SetETag(difference);
        return TypedResults.Created($"/task-forces/{id}/differences/{difference.Id}", DifferenceView.Of(difference, sides));
    }
}
