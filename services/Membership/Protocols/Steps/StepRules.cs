using Membership.Members;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;

namespace Membership.Protocols.Steps;

/// <summary>What the steps of one version must be together. Errors name the step by its place, and repeat nothing.</summary>
internal static class StepRules
{
    public const int MostSteps = 60;
    public const int MostBackups = 10;

    public static Dictionary<string, string[]> Check(IReadOnlyList<NewResponseStep> steps)
    {
        var errors = new Dictionary<string, string[]>();
        var keys = steps.Select(step => step.Key).ToHashSet();
        var seen = new HashSet<string>();
        for (var place = 0; place < steps.Count; place++)
        {
            var (step, at) = (steps[place], $"steps[{place}]");
            if (!seen.Add(step.Key)) errors[$"{at}.key"] = ["Each step has a key of its own."];
            if (step.When is { VictimsFrom: { } from, VictimsTo: { } to } && from > to) errors[$"{at}.when.victimsTo"] = ["Must not be below victimsFrom."];
            if (step.Hours == HoursNeeded.Named != step.NamedHours is { Count: > 0 })
                errors[$"{at}.namedHours"] = ["Named hours go with the hours Named, and only with them."];
            if (step.Called.Distinct().Count() < step.Called.Count()) errors[$"{at}.backups"] = ["Nobody is called twice in one step."];
            if (step.Next?.Any(next => !keys.Contains(next.Step) || next.Step == step.Key) is true)
                errors[$"{at}.next"] = ["Must be the keys of other steps."];
            else if (step.Next?.DistinctBy(next => next.Step).Count() < step.Next?.Count) errors[$"{at}.next"] = ["A step follows once."];
        }

        if (errors.Count == 0 && HasCircle(steps)) errors["steps"] = ["No step may lead back to an earlier one."];
        return errors;
    }

    /// <summary>Only members are called, and only who sits there for them.</summary>
    public static async Task<Dictionary<string, string[]>> CheckNamedAsync(
        MembershipDb db, TaskForce taskForce, IReadOnlyList<NewResponseStep> steps, CancellationToken cancellationToken)
    {
        var named = steps.SelectMany((step, place) => step.Called.Select((contact, index) => (
            At: index == 0 ? $"steps[{place}].primary" : $"steps[{place}].backups[{index - 1}]", AgencyId: contact.AgencyId!.Value, contact.SeatId))).ToList();
        var agencyIds = named.Select(contact => contact.AgencyId).Distinct().ToList();
        var members = await db.Members.Where(Member.TakesPart)
            .Where(member => member.TaskForceId == taskForce.Id && agencyIds.Contains(member.AgencyId))
            .Select(member => member.AgencyId).ToHashSetAsync(cancellationToken);
        var seatIds = named.Select(contact => contact.SeatId).OfType<Guid>().Distinct().ToList();
        var seats = await db.Seats.Where(seat => seat.TaskForceId == taskForce.Id && seat.EndedAt == null && seatIds.Contains(seat.Id))
            .ToDictionaryAsync(seat => seat.Id, seat => seat.AgencyId, cancellationToken);

        var errors = new Dictionary<string, string[]>();
        foreach (var (at, agencyId, seatId) in named)
        {
            if (!members.Contains(agencyId)) errors[$"{at}.agencyId"] = ["Must be a member of this task force."];
            else if (seatId is { } seat && seats.GetValueOrDefault(seat) != agencyId) errors[$"{at}.seatId"] = ["Must be a seat of this agency."];
        }

        return errors;
    }

    /// <summary>Takes away what nothing leads to, again and again: what remains is a circle.</summary>
    private static bool HasCircle(IReadOnlyList<NewResponseStep> steps)
    {
        var leads = steps.ToDictionary(step => step.Key, step => (step.Next ?? []).Select(next => next.Step).ToHashSet());
        var into = leads.Keys.ToDictionary(key => key, key => leads.Values.Count(next => next.Contains(key)));
        var free = new Queue<string>(into.Where(step => step.Value == 0).Select(step => step.Key));
        var taken = 0;
        for (; free.TryDequeue(out var key); taken++)
        {
            foreach (var next in leads[key].Where(next => --into[next] == 0)) free.Enqueue(next);
        }

        return taken < steps.Count;
    }
}
