using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>Numbers drafts: of two made at the same moment one is told to look again.</summary>
internal static class StatementDrafts
{
    public static async Task<int> NextNumberAsync<T>(this MembershipDb db, Guid taskForceId, CancellationToken cancellationToken) where T : Statement =>
        (await db.Set<T>().Where(statement => statement.TaskForceId == taskForceId).MaxAsync(statement => (int?)statement.Number, cancellationToken) ?? 0) + 1;

    /// <summary>Null where it is saved.</summary>
    public static async Task<ProblemHttpResult?> SaveDraftAsync<T>(this MembershipDb db, T draft, CancellationToken cancellationToken) where T : Statement
    {
        db.Set<T>().Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("drafted-otherwise", "Somebody drafted a version at the same moment. Look at it, and send yours again.");
        }
    }
}
