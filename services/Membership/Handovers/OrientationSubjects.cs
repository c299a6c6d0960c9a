using Membership.Seats;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Handovers;

/// <summary>What orientations of a task force are about.</summary>
/// <param name="People">The seats of those to meet.</param>
/// <param name="Names">Of protocols, positions and committees, by their ids.</param>
internal sealed record OrientationSubjects(IReadOnlyDictionary<Guid, Seat> People, IReadOnlyDictionary<Guid, string> Names);

internal static class OrientationSubjectsQueries
{
    public static async Task<OrientationSubjects> OrientationSubjectsAsync(
        this MembershipDb db, Guid taskForceId, CancellationToken cancellationToken)
    {
        var about = db.Orientations.Where(orientation => orientation.TaskForceId == taskForceId)
            .SelectMany(orientation => orientation.Items).Select(item => item.AboutId);
        var people = await db.Seats.AsNoTracking()
            .Where(seat => seat.TaskForceId == taskForceId && seat.EndedAt == null && about.Contains(seat.Id))
            .ToDictionaryAsync(seat => seat.Id, cancellationToken);

        var names = await db.Protocols.Where(protocol => protocol.TaskForceId == taskForceId && about.Contains(protocol.Id))
            .ToDictionaryAsync(protocol => protocol.Id, protocol => protocol.Title, cancellationToken);
        foreach (var committee in await db.Committees.Where(committee => committee.TaskForceId == taskForceId && about.Contains(committee.Id))
            .Select(committee => new { committee.Id, committee.Name }).ToListAsync(cancellationToken))
        {
            names[committee.Id] = committee.Name;
        }

        foreach (var position in await db.LeadershipPositions.Where(position => position.TaskForceId == taskForceId && about.Contains(position.Id))
            .Select(position => new { position.Id, position.Kind }).ToListAsync(cancellationToken))
        {
            names[position.Id] = position.Kind.ToString();
        }

        return new(people, names);
    }
}
