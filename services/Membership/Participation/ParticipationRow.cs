namespace Membership.Participation;

/// <summary>How a sector or an agency takes part, period by period.</summary>
/// <param name="AgencyId">Where the rows are agencies.</param>
/// <param name="SurvivorsAtLeast">
/// Only beside the sector of survivor-led agencies: how many people who sit in this task force, for whatever agency, have
/// chosen to let it know that they are survivors. In steps of eleven, and left out below eleven.
/// </param>
public sealed record ParticipationRow(
    Sector Sector, Guid? AgencyId, string? AgencyName, IReadOnlyList<PeriodParticipation> Periods, int? SurvivorsAtLeast = null);

/// <summary>What an agency, or all of a sector, had and did in a month or quarter.</summary>
/// <param name="Seats">At the end of the period, or now where it is not over.</param>
/// <param name="Leaders">Chairs, co-chairs, vice-chairs, figureheads and operational leads, likewise.</param>
/// <param name="CommitteeChairs">Of committees and work groups, likewise.</param>
/// <param name="AgendaItems">Brought up in meetings of the period.</param>
/// <param name="SpeakingSponsors">Items that its people spoke for, save those that are put there because something of theirs is due.</param>
/// <param name="ActionItems">Taken on in the period, also where they were passed on later.</param>
public sealed record PeriodParticipation(
    DateOnly From, DateOnly To, int Seats, int Leaders, int CommitteeChairs, int AgendaItems, int SpeakingSponsors, int ActionItems)
{
    internal static PeriodParticipation Of(Period period, DateOnly today, Voices voices, Func<Guid, bool> counts)
    {
        var day = period.To < today ? period.To : today;
        return new(
            period.From, period.To, HeldOn(voices.Seats), HeldOn(voices.Leaders), HeldOn(voices.Chairs), DoneIn(voices.AgendaItems),
            DoneIn(voices.Sponsors), DoneIn(voices.ActionItems));

        int HeldOn(IEnumerable<Held> all) => all.Count(held => counts(held.AgencyId) && held.From <= day && !(held.Until <= day));

        int DoneIn(IEnumerable<Done> all) => all.Where(done => counts(done.AgencyId) && period.Has(done.On)).Sum(done => done.Count);
    }
}
