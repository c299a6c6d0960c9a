using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Meetings.Agenda;

/// <summary>The order in which an agenda is gone through.</summary>
/// <param name="Items">All of its items, each once.</param>
public sealed record AgendaOrder([property: Required, MinLength(1), MaxLength(AgendaItem.Most)] IReadOnlyList<Guid> Items);

internal static class OrderAgenda
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/task-forces/{id:guid}/meetings/{meetingId:guid}/agenda/order", HandleAsync)
        .RequireRoles(MeetingRoles.Records)
        .RequireIfMatch()
        .WithSummary("Puts the agenda's items in another order, until it is settled. If-Match names the meeting's version.");

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid meetingId, AgendaOrder request, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.FindMeetingAsync(id, meetingId, caller, cancellationToken) is not var (taskForce, meeting)) return Problems.NotFound();
        if (!caller.OverseesMeetings(taskForce)) return Problems.Forbidden("Agendas are prepared by the coordinator or the core group.");
        if (IfMatch.Check(http, meeting) is { } refused) return refused;
        if (meeting.ChangeAgenda() is null) return meeting.StateConflict();

        var items = await db.AgendaItems.Where(item => item.MeetingId == meetingId).ToDictionaryAsync(item => item.Id, cancellationToken);
        if (request.Items.Count != items.Count || !items.Keys.ToHashSet().SetEquals(request.Items))
            return Problems.Invalid("items", "Must be all items of the agenda, each once.");

        // Each place was a change of the agenda, so there are fewer items than changes: the next proposal still comes last.
        for (var place = 0; place < request.Items.Count; place++) items[request.Items[place]].PlaceAt(place + 1);
        return await ChangeMeeting.SaveAsync(db, meeting, http, cancellationToken);
    }
}
