using Contracts;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols.Routing;

internal static class RouteCase
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/routing", HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .KeepsNoAnswer()
        .WithSummary("Whom to call now: the contacts of all matching steps of the protocols in force, in order, with the reason for each rank.")
        .WithDescription(
            "A question, asked by POST so that the facts of a case stand in no address, log or history. Nothing of it is stored. "
            + "A step comes after those that lead to it, and each of its calls says after which; within a step an agency that is "
            + "closed is called after those that are open, and the answer says when it opens.");

    private static async Task<Results<Ok<CallList>, ProblemHttpResult>> HandleAsync(
        Guid id, CaseFacts facts, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();

        // Case response first: what it says comes before where a need is referred to.
        var versions = (await InForceAsync(db, id, cancellationToken))
            .OrderByDescending(version => version.Topic == ProtocolTopic.CaseResponse).ThenBy(version => version.Id).ToList();
        var matching = versions.SelectMany(version => version.Steps).Where(step => facts.Matches(step.When)).ToList();
        var named = await NamedAgencies.LoadAsync(db, id, matching, time.Day(), cancellationToken);
        var steps = versions.SelectMany(version => StepFlow.Of(version, facts, isSilent: step => step.Contacts.Count > 0 && !step.Contacts.Any(contact => named.IsMember(contact.AgencyId)))
            .Select(flow => (Version: version, flow.Step, flow.After))).ToList();

        var at = facts.At ?? time.GetUtcNow();
        var calls = new List<RoutedCall>();
        foreach (var (version, step, after) in steps)
        {
            var order = step.Contacts.Where(contact => named.IsMember(contact.AgencyId))
                .Select(contact => CallOrder.Of(after, contact, named[contact.AgencyId], facts, at, named.WarningsOf(version.ProtocolId, contact)))
                .Order();
            foreach (var call in order)
            {
                calls.Add(new RoutedCall(
                    calls.Count + 1, version.ProtocolId, version.Number, step.Key, step.Title, call.Contact.Place, call.Agency.Id, call.Agency.Name,
                    ContactOf(named.SeatOf(call.Contact), caller), call.Agency.Phones, call.Reasons, call.OpenNow, call.OpensAt,
                    call.OpenNow is true ? null : call.Agency.AfterHours, call.OpenNow is true ? null : call.Agency.AfterHoursNote, call.Says(at), step.WithinMinutes,
                    step.MayShare, after, step.Next, named.WarningsOf(version.ProtocolId, call.Contact)));
            }
        }

        var notCalled = steps.SelectMany(flow => flow.Step.Contacts).Select(contact => contact.AgencyId).Distinct().Where(agency => !named.IsMember(agency));
        return TypedResults.Ok(new CallList(at, calls, [.. notCalled]));
    }

    private static Task<List<ProtocolVersion>> InForceAsync(MembershipDb db, Guid taskForceId, CancellationToken cancellationToken) =>
        db.ProtocolVersions.AsNoTracking()
            .Include(version => version.Steps).ThenInclude(step => step.Contacts).AsSplitQuery()
            .Where(version => version.TaskForceId == taskForceId && version.State == ProtocolState.Adopted
                && (version.Topic == ProtocolTopic.CaseResponse || version.Topic == ProtocolTopic.Referrals))
            .ToListAsync(cancellationToken);

    private static RoutedContact? ContactOf(Seat? seat, Caller caller) =>
        seat is null ? null : new(seat.Id, seat.PersonTitle, caller.MaySeePerson(seat) ? seat.PersonName : null);
}
