using Membership.Members;
using Membership.Protocols.Acknowledgements;
using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

/// <summary>What is known of all agencies and people that some versions name, read at once.</summary>
internal sealed class ReadinessFacts
{
    private readonly DateOnly today;
    private readonly IReadOnlyCollection<Seat> seats;
    private readonly HashSet<Guid> members;
    private readonly ILookup<Guid, CompletedTraining> trainings;
    private readonly CoveredHours hours;
    private readonly AgencyAgreements agreements;

    private ReadinessFacts(
        DateOnly today, IReadOnlyCollection<Seat> seats, HashSet<Guid> members, ILookup<Guid, CompletedTraining> trainings,
        CoveredHours hours, AgencyAgreements agreements) =>
        (this.today, this.seats, this.members, this.trainings, this.hours, this.agreements) = (today, seats, members, trainings, hours, agreements);

    /// <param name="seats">The active seats of the agencies named.</param>
    public static async Task<ReadinessFacts> LoadAsync(
        MembershipDb db, Guid taskForceId, IReadOnlyCollection<ProtocolVersion> versions, IReadOnlyCollection<Seat> seats, DateOnly today,
        CancellationToken cancellationToken)
    {
        var agencies = versions.SelectMany(version => version.Steps).SelectMany(step => step.Contacts).Select(contact => contact.AgencyId).Distinct().ToList();
        var seatIds = seats.Select(seat => seat.Id).ToList();
        var members = await db.Members.Where(Member.TakesPart)
            .Where(member => member.TaskForceId == taskForceId && agencies.Contains(member.AgencyId))
            .Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
        var trainings = await db.CompletedTrainings.AsNoTracking()
            .Where(training => seatIds.Contains(training.SeatId)).ToListAsync(cancellationToken);
        return new(
            today, seats, members, trainings.ToLookup(training => training.SeatId),
            await CoveredHours.LoadAsync(db, agencies, cancellationToken),
            await AgencyAgreements.LoadAsync(db, taskForceId, agencies, today, cancellationToken));
    }

    /// <param name="asked">What the version asked of each seat.</param>
    public Assessment Assess(ProtocolVersion version, IReadOnlyDictionary<Guid, Acknowledgement> asked)
    {
        var people = NamedPerson.Of(version, seats).ToLookup(person => person.AgencyId);
        var called = from step in version.InOrder()
                     from contact in step.InOrder()
                     group step by contact.AgencyId into agency
                     select (AgencyId: agency.Key, Steps: agency.Distinct().ToList());
        return new(version,
        [
            .. called.Select(agency => new AssessedAgency(
                agency.AgencyId, agency.Steps, members.Contains(agency.AgencyId), hours.Of(agency.AgencyId, agency.Steps), agreements.Of(agency.AgencyId),
                [.. people[agency.AgencyId].Select(person => Assess(person.SeatId, asked))])),
        ]);
    }

    private AssessedPerson Assess(Guid seatId, IReadOnlyDictionary<Guid, Acknowledgement> asked)
    {
        var seat = seats.FirstOrDefault(seat => seat.Id == seatId);
        var completed = trainings[seatId].ToList();
        return new(
            seatId, seat?.PersonTitle, asked.GetValueOrDefault(seatId)?.State == AcknowledgementState.Given,
            completed.Count == 0 ? TrainingStanding.Unknown
                : completed.Any(training => training.CountsOn(today)) ? TrainingStanding.Current : TrainingStanding.Expired,
            seat?.AlternateForSeatId is not null || seats.Any(other => other.AlternateForSeatId == seatId));
    }
}
