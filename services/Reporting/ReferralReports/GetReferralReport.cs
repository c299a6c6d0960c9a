using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Reporting.Storage;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Reporting.ReferralReports;

/// <summary>The hub's referrals by month and agency, with what the reader may not see suppressed.</summary>
internal static class GetReferralReport
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/referral-report", HandleAsync)
        .RequireRoles(Reader.AllowedRoles)
        .WithTags("Reports")
        .WithSummary("Referrals made, answered, revoked and overdue by month and agency; JSON, or CSV by Accept: text/csv")
        .WithDescription("Months from `from` to `to` as yyyy-MM, at most 24. An analyst or supervisor sees the own agency's figures in full, "
            + "all others as any outside reader: small counts, and what would give them away, are suppressed, and only closed months are shown.");

    private static async Task<Results<Ok<ReferralReport>, FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        string? from, string? to, Guid? agencyId, Caller caller, HttpContext http,
        ReportingDb db, IOptions<ReportingOptions> options, CancellationToken cancellationToken)
    {
        if (caller.Hub != options.Value.Hub)
            return Problems.NotFound();
        if (MonthRange.Parse(from, to, out var error) is not { } range)
            return Problems.Invalid(error.Field, error.Message);

        var state = await ReadingState.OfAsync(db, cancellationToken);
        var facts = await db.Count(range).ToListAsync(cancellationToken);
        var first = await db.FirstMonthAsync(cancellationToken);
        var agencies = await db.Agencies.AsNoTracking().ToListAsync(cancellationToken);
        // Asked again: a rebuild that began in between took rows away under the queries.
        if (!state.IsWhole || !state.IsSameAs(await ReadingState.OfAsync(db, cancellationToken)))
        {
            http.Response.Headers.RetryAfter = "5";
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "figures-incomplete",
                "The figures are being read from the journals, and a partial figure would be a wrong one. Ask again in a few seconds.");
        }

        var report = new ReportBuilder(options.Value, Reader.Of(caller, options.Value), state, agencies, first).Build(range, facts, agencyId);
        return CsvReport.IsWanted(http.Request)
            ? TypedResults.File(CsvReport.Write(report), "text/csv; charset=utf-8")
            : TypedResults.Ok(report);
    }
}
