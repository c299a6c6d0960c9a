using System.Collections.Concurrent;
using Contracts;
using Membership.Agencies;
using Membership.Members;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using Testing;

namespace Membership.Tests;

/// <summary>
/// The core group is in seats. A test that needs somebody of it, whoever that is, names the role alone, and finds them in
/// a seat of the core group: one that is there, one of a member that is there, or one of a new member.
/// </summary>
internal static class CoreGroupSeat
{
    private static readonly ConcurrentDictionary<Person, Task<Person>> Seated = new();

    public static Task<Person> OfAsync(IServiceProvider services, Person who) =>
        who.Roles.Contains(Roles.CoreGroup) && who.SeatId is null ? Seated.GetOrAdd(who, _ => SeatAsync(services, who)) : Task.FromResult(who);

    private static async Task<Person> SeatAsync(IServiceProvider services, Person who)
    {
        Undertaking.Begin(Undertaking.OfPlatform("membership", "core-group-seat"));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var (now, hub) = (DateTimeOffset.UtcNow, who.Hub!);
        var taskForce = await db.TaskForces.FindAsync(who.TaskForceId);
        if (taskForce is null) db.Add(taskForce = TaskForce.Form(hub, $"Another task force {who.TaskForceId}", "Elsewhere", Formality.Formal, TaskForceModel.ECM, []));
        var members = await db.Members.Include(one => one.Agency).Include(one => one.Seats).Where(Member.TakesPart)
            .Where(one => one.TaskForceId == taskForce.Id && (who.AgencyId == null || one.AgencyId == who.AgencyId)).ToListAsync();
        var member = members.OrderByDescending(one => one.Seats.Any(IsOfIt)).ThenBy(one => one.JoinedAt).FirstOrDefault();
        if (member is null)
        {
            var agency = await db.Agencies.FindAsync(who.AgencyId) ?? Agency.List(hub, Guid.NewGuid(), "Of the core group", AgencyType.NGO, AgencyClass.Other);
            db.Add(member = Member.Join(taskForce, agency, now));
        }

        var seat = member.Seats.FirstOrDefault(IsOfIt) ?? member.TakeSeat(
            new SeatHolder("Carmen Core-Test", null, null), new SeatDuties(Involvement.AgencyLevel, null, null, InCoreGroup: true, null, null), alternateFor: null, now);
        await db.SaveChangesAsync();
        return who with { TaskForceId = taskForce.Id, AgencyId = member.AgencyId, AgencyClass = member.Agency.Class, SeatId = seat.Id };
    }

    private static bool IsOfIt(Seat seat) => seat.InCoreGroup && seat.State == SeatState.Active;
}
