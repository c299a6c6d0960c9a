using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Decisions;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>The decision that something stands on.</summary>
/// <param name="DecisionId">A carried decision of the task force with this as its subject, which has carried nothing yet.</param>
public sealed record ByDecision([property: Required] Guid? DecisionId);

/// <summary>Adopts a draft of one kind of statement.</summary>
internal static class AdoptStatement<T> where T : Statement
{
    public static async Task<Results<Ok<TView>, ProblemHttpResult>> HandleAsync<TView>(
        Guid id, int number, ByDecision request, DecisionAbout about, Func<T, TView> view, MembershipDb db, Caller caller, HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var statement = await db.Set<T>().SingleOrDefaultAsync(
            statement => statement.TaskForceId == id && statement.Number == number, cancellationToken);
        if (statement is null) return Problems.NotFound();
        if (IfMatch.Check(http, statement) is { } stale) return stale;
        if (statement.State != StatementState.Draft) return Problems.StateConflict(statement.State);

        var (decision, refused) = await db.CarriedAsync(taskForce, request.DecisionId!.Value, about, statement.Id, cancellationToken);
        if (decision is null) return refused!;

        var present = await db.Set<T>().SingleOrDefaultAsync(
            other => other.InForceFor == id, cancellationToken);
        statement.Adopt(decision, present);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("adopted-otherwise", "Another version was adopted, or the decision used, at the same moment. Look again.");
        }

        http.SetETag(statement);
        return TypedResults.Ok(view(statement));
    }
}
