using Membership.Agencies;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Participation;

public enum ParticipationBy { Sector, Agency }

/// <summary>
/// Whose voices are in the room. Counts of what agencies have and do concern no person and are shown plainly; how many
/// people are survivors is counted only where they let the task force know, over all of it, and under suppression.
/// </summary>
internal static class ReadParticipation
{
    /// <summary>A count below is not shown (domain.md); above, only in steps of it, so that one more tells nothing.</summary>
    private const int Threshold = 11;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/task-forces/{id:guid}/participation", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .WithSummary("Shows who sits, leads, chairs, brings things up, speaks and takes things on, by sector or by agency, over months or quarters.");

    private static async Task<Results<Ok<IReadOnlyList<ParticipationRow>>, ProblemHttpResult>> HandleAsync(
        Guid id, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, TimeProvider time, CancellationToken cancellationToken,
        DateOnly? from = null, DateOnly? to = null, ParticipationBy by = ParticipationBy.Sector, PeriodLength per = PeriodLength.Quarter,
        Sector? sector = null, Guid? agencyId = null)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var today = time.Day();
        var (first, last) = (from ?? Period.Start(today, 3).AddMonths(-9), to ?? today);
        if (first > last) return Problems.Invalid("from", "Must not be after the last day.");
        if (first.Year < 2000 || last.Year > 2200) return Problems.Invalid("from", "Name days from 2000 to 2200.");
        var periods = Period.Between(first, last, per);
        if (periods.Count > Period.Most) return Problems.Invalid("from", $"Ask for {Period.Most} periods at most.");

        var agencies = AgenciesIn(db, id, periods[0].From);
        if (agencyId is not null) agencies = agencies.Where(agency => agency.Id == agencyId);
        if (by == ParticipationBy.Agency)
        {
            if (sector is not null) agencies = agencies.In(sector.Value);
            return TypedResults.Ok(await ByAgencyAsync(db, id, agencies, periods, today, page, http, cancellationToken));
        }

        // One agency's row tells nothing of how many people are survivors.
        var rows = await BySectorAsync(db, id, agencies, withSurvivors: agencyId is null, periods, today, cancellationToken);
        return rows.ToPage(page, http, row => KeyOf(row.Sector), row => row, row => sector is null || row.Sector == sector);
    }

    private static async Task<IReadOnlyList<ParticipationRow>> ByAgencyAsync(
        MembershipDb db, Guid id, IQueryable<Agency> agencies, IReadOnlyList<Period> periods, DateOnly today, Page page, HttpContext http,
        CancellationToken cancellationToken)
    {
        var shown = (await agencies.ToPageAsync(page, http, agency => agency, cancellationToken)).Value!;
        var voices = await Voices.ReadAsync(
            db, id, periods[0].From, periods[^1].To, [.. shown.Select(agency => agency.Id)], cancellationToken);
        return
        [
            .. shown.Select(agency => new ParticipationRow(
                Sectors.Of(agency.Type, agency.Class), agency.Id, agency.Name,
                [.. periods.Select(period => PeriodParticipation.Of(period, today, voices, other => other == agency.Id))])),
        ];
    }

    private static async Task<IReadOnlyList<ParticipationRow>> BySectorAsync(
        MembershipDb db, Guid id, IQueryable<Agency> agencies, bool withSurvivors, IReadOnlyList<Period> periods, DateOnly today,
        CancellationToken cancellationToken)
    {
        var sectors = (await agencies.Select(agency => new { agency.Id, agency.Type, agency.Class }).ToListAsync(cancellationToken))
            .ToDictionary(agency => agency.Id, agency => Sectors.Of(agency.Type, agency.Class));
        var voices = await Voices.ReadAsync(db, id, periods[0].From, periods[^1].To, null, cancellationToken);
        var survivors = await db.SurvivorStatuses.CountAsync(
            status => status.TaskForceId == id
                && (status.VisibleTo == SurvivorVisibility.TaskForce || status.VisibleTo == SurvivorVisibility.Hub)
                && db.Seats.Any(seat => seat.Id == status.SeatId && seat.EndedAt == null),
            cancellationToken);
        int? atLeast = survivors < Threshold ? null : survivors - (survivors % Threshold);
        return
        [
            .. Enum.GetValues<Sector>().Select(sector => new ParticipationRow(
                sector, null, null,
                [
                    .. periods.Select(period => PeriodParticipation.Of(
                        period, today, voices, agency => sectors.TryGetValue(agency, out var own) && own == sector)),
                ],
                withSurvivors && sector == Sector.SurvivorActivist ? atLeast : null)),
        ];
    }

    private static Guid KeyOf(Sector sector) => new((int)sector, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Members at some time since then.</summary>
    private static IQueryable<Agency> AgenciesIn(MembershipDb db, Guid taskForceId, DateOnly since)
    {
        var begin = since.Begins();
        return db.Agencies.AsNoTracking().Where(agency => db.Members.Any(member =>
            member.TaskForceId == taskForceId && member.AgencyId == agency.Id && (member.LeftAt == null || member.LeftAt >= begin)));
    }
}
