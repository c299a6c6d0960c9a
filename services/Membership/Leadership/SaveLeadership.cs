using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

internal static class SaveLeadership
{
    /// <summary>Null where it is saved; a conflict where somebody changed the leadership at the same moment.</summary>
    public static async Task<ProblemHttpResult?> SaveLeadershipAsync(this MembershipDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            return Problems.Conflict("leadership-changed", "The leadership changed at the same moment. Look, and send it again.");
        }
    }
}
