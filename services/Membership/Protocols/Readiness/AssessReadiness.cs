using Membership.Protocols.Acknowledgements;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Readiness;

internal static class AssessReadiness
{
    /// <summary>As things stand now, whatever the kept gaps say.</summary>
    public static async Task<IEnumerable<ProtocolReadiness>> AssessAsync(
        this MembershipDb db, Guid taskForceId, IReadOnlyList<ProtocolVersion> versions, DateOnly today, CancellationToken cancellationToken)
    {
        var seats = await db.SeatsNamedByAsync(taskForceId, versions, cancellationToken);
        var asked = await db.AskedByAsync(versions, cancellationToken);
        var facts = await ReadinessFacts.LoadAsync(db, taskForceId, versions, seats, today, cancellationToken);
        var assessed = versions.Select(version => facts.Assess(version, asked[version.Id])).ToList();

        var agencies = assessed.SelectMany(assessment => assessment.Agencies).Select(agency => agency.AgencyId).Distinct().ToList();
        var names = await db.Agencies.Where(agency => agencies.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellationToken);
        return assessed.Select(assessment => new ProtocolReadiness(
            assessment.Version.ProtocolId, assessment.Version.Protocol.Title, assessment.Version.Number, !assessment.Findings.Any(),
            [.. assessment.Agencies.Select(agency => ViewOf(agency, names[agency.AgencyId]))]));
    }

    private static AgencyReadiness ViewOf(AssessedAgency agency, string name) => new(
        agency.AgencyId, name, [.. agency.Steps.Select(step => step.Key)], agency.IsMember, agency.Hours, agency.Agreement,
        [.. agency.Findings.Select(finding => finding.Kind).Distinct()],
        [.. agency.People.Select(person => new PersonReadiness(
            person.SeatId, person.Title, person.Acknowledged, person.Training, person.HasAlternate, [.. person.Kinds()]))]);
}
