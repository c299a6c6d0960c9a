using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agencies.Cards;

internal static class WriteCard
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/agencies/{id:guid}/card", HandleAsync)
        .RequireRoles(AgencyAccess.CardWriters)
        .RequireIfMatch()
        .WithSummary("Writes the agency's card: what it does for whom, where and when. Replaces all but the capacities.");

    private static async Task<Results<Ok<CardView>, ProblemHttpResult>> HandleAsync(
        Guid id, NewCard request, MembershipDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var agency = await db.AgenciesOf(caller).WithCard().SingleOrDefaultAsync(agency => agency.Id == id, cancellationToken);
        if (agency is null) return Problems.NotFound();
        if (!await db.MayWriteCardAsync(caller, agency, cancellationToken)) return Problems.Forbidden(AgencyAccess.NotYours);
        if (IfMatch.Check(http, agency) is { } refused) return refused;
        if (WhatIsWrong(request, agency) is { Count: > 0 } wrong) return Problems.Invalid(wrong);

        agency.Describe(request.Content);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(agency);
        return TypedResults.Ok(CardView.Of(agency, time.GetUtcNow()));
    }

    private static Dictionary<string, string[]> WhatIsWrong(NewCard card, Agency agency)
    {
        var wrong = new Dictionary<string, string[]>();
        var hasHours = card.Hours is { Count: > 0 } || card.HoursExceptions is { Count: > 0 };
        if (hasHours && card.TimeZone is null) wrong["timeZone"] = ["Say in which time zone the hours are."];
        if (Twice(card.Hours?.Select(line => (object)(line.Day, line.Opens)))) wrong["hours"] = ["A day opens twice at the same time."];
        if (card.HoursExceptions?.Any(line => line.Opens is null != line.Closes is null) is true)
            wrong["hoursExceptions"] = ["Give both times, or none for a day closed."];
        else if (Twice(card.HoursExceptions?.Select(line => (object)(line.Date, line.Opens))) || ClosedAndOpen(card))
            wrong["hoursExceptions"] = ["A date opens twice at the same time, or is both closed and open."];
        if (Unknown(card.Services?.Select(service => service.Id), agency.Services.Select(service => service.HsdsId)))
            wrong["services"] = ["The id must be that of a service on the card, once. Leave it out for a new one."];
        if (Unknown(card.Phones?.Select(phone => phone.Id), agency.Phones.Select(phone => phone.HsdsId)))
            wrong["phones"] = ["The id must be that of a telephone on the card, once. Leave it out for a new one."];
        return wrong;
    }

    private static bool ClosedAndOpen(NewCard card) => card.HoursExceptions?.GroupBy(line => line.Date)
        .Any(date => date.Count() > 1 && date.Any(line => line.Opens is null)) is true;

    private static bool Twice(IEnumerable<object>? items) => items?.GroupBy(item => item).Any(same => same.Count() > 1) is true;

    private static bool Unknown(IEnumerable<Guid?>? given, IEnumerable<Guid> known)
    {
        var ids = (given ?? []).OfType<Guid>().ToList();
        return ids.Distinct().Count() != ids.Count || ids.Except(known).Any();
    }
}
