using Microsoft.EntityFrameworkCore;

namespace Membership.Agencies;

internal static class CardQueries
{
    /// <summary>With all that the card says.</summary>
    public static IQueryable<Agency> WithCard(this IQueryable<Agency> agencies) => agencies
        .Include(agency => agency.Services).Include(agency => agency.Languages).Include(agency => agency.Areas).Include(agency => agency.Phones)
        .Include(agency => agency.Capacities).Include(agency => agency.Hours).Include(agency => agency.HoursExceptions).AsSplitQuery();

    /// <summary>With what <see cref="Agency.OpeningHours"/> needs.</summary>
    public static IQueryable<Agency> WithHours(this IQueryable<Agency> agencies) => agencies
        .Include(agency => agency.Hours).Include(agency => agency.HoursExceptions).AsSplitQuery();
}
