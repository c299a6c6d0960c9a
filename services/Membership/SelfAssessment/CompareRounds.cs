using System.Security.Cryptography;
using System.Text;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.SelfAssessment;

/// <summary>One element through the rounds, the earliest first: what each agency said, side by side. Nothing is reckoned from it.</summary>
public sealed record ElementOverTime(string Function, string Element, string Name, IReadOnlyList<ElementInRound> Rounds);

/// <summary>One element in one round.</summary>
public sealed record ElementInRound(int Round, int FrameworkVersion, DateOnly OpensOn, IReadOnlyList<SeenBy> Answers);

/// <summary>Where one agency saw an element, where it saw it move, and what it proposed to do next.</summary>
public sealed record SeenBy(Guid AgencyId, int Stage, Direction Direction, string? NextStep);

internal static class CompareRounds
{
    private const int MostRounds = 12;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/assessment-comparison", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Lays the rounds side by side, element by element: stages, directions and next steps as each agency saw them; the last 12 rounds, or those up to one.");

    private static async Task<Results<Ok<IReadOnlyList<ElementOverTime>>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        string? element = null, Guid? agencyId = null, int? toRound = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        var rounds = await db.AssessmentRounds.AsNoTracking().Include(round => round.Framework)
            .Where(round => round.TaskForceId == id && (toRound == null || round.Number <= toRound))
            .OrderByDescending(round => round.Number).Take(MostRounds).ToListAsync(cancellationToken);
        rounds.Reverse();
        var ids = rounds.Select(round => round.Id).ToList();
        var answers = (await db.AssessmentAnswers.AsNoTracking()
                .Where(answer => ids.Contains(answer.RoundId) && (element == null || answer.ElementCode == element)
                    && (agencyId == null || answer.AgencyId == agencyId))
                .Select(answer => new { answer.RoundId, answer.ElementCode, answer.AgencyId, answer.Stage, answer.Direction, answer.NextStep }).ToListAsync(cancellationToken))
            .ToLookup(answer => (answer.RoundId, answer.ElementCode), answer => new SeenBy(answer.AgencyId, answer.Stage, answer.Direction, answer.NextStep));

        // In the order and under the names of the newest framework that has them.
        var elements = rounds.AsEnumerable().Reverse().Select(round => round.Framework.Content)
            .SelectMany(content => content.Functions.SelectMany(function => function.Elements.Select(one => (Function: function.Code, one.Code, one.Name))))
            .Where(one => element is null || one.Code == element)
            .DistinctBy(one => one.Code);
        return elements.ToPage(page, http, one => KeyOf(one.Code), one => new ElementOverTime(one.Function, one.Code, one.Name,
        [
            .. rounds.Where(round => round.Framework.Content.Elements.Any(known => known.Code == one.Code))
                .Select(round => new ElementInRound(
                    round.Number, round.Framework.Number, round.OpensOn, [.. answers[(round.Id, one.Code)].OrderBy(answer => answer.AgencyId)])),
        ]));
    }

    /// <summary>A code is no id, and a cursor is.</summary>
    private static Guid KeyOf(string code) => new(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16));
}
