using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Membership.Seats;

internal static class SeatTerm
{
    /// <summary>Null where the term may be so.</summary>
    public static ProblemHttpResult? Fault(DateOnly? startsOn, DateOnly? endsOn, DateOnly today) =>
        endsOn < today ? Problems.Invalid("termEndsOn", "The term would be over already.")
        : endsOn < startsOn ? Problems.Invalid("termEndsOn", "The term would end before it starts.")
        : null;
}
