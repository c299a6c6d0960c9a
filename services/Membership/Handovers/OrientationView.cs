using Membership.Seats;
using ServiceDefaults.Access;

namespace Membership.Handovers;

/// <summary>One thing to be shown.</summary>
/// <param name="AboutId">The protocol, position or committee, or the seat of whom to meet.</param>
/// <param name="AboutName">The protocol's title, the position's kind, the committee's name.</param>
/// <param name="PersonName">Whom to meet; for the one who is new and for those who work with that person's seat.</param>
/// <param name="Text">In the coordinator's words.</param>
public sealed record OrientationItemView(
    Guid Id, int Number, OrientationTopic Topic, Guid? AboutId, string? AboutName, string? PersonName, string? Text, DateOnly? DoneOn, Guid? DoneBySeatId, string? DoneBySubject);

/// <summary>What somebody who took over a seat is to be shown.</summary>
/// <param name="CoursesDue">Which courses are due, once a platform's trainings tell; nothing until then.</param>
public sealed record OrientationView(
    Guid Id, Guid AgencyId, Guid SeatId, OrientationState State, DateOnly OpenedOn, DateOnly? CompletedOn, DateOnly? EndedOn,
    IReadOnlyList<string>? CoursesDue, IReadOnlyList<OrientationItemView> Items)
{
    internal static OrientationView Of(Orientation orientation, Caller caller, OrientationSubjects subjects) => new(
        orientation.Id, orientation.AgencyId, orientation.SeatId, orientation.State, orientation.OpenedOn, orientation.CompletedOn,
        orientation.EndedOn, CoursesDue: null,
        [
            .. orientation.Items.OrderBy(item => item.Number).Select(item => new OrientationItemView(
                item.Id, item.Number, item.Topic, item.AboutId, item.AboutId is { } about ? subjects.Names.GetValueOrDefault(about) : null,
                item.Topic == OrientationTopic.Person && subjects.People.TryGetValue(item.AboutId!.Value, out var person)
                    && (caller.IsIn(orientation) || caller.MaySeePerson(person)) ? person.PersonName : null,
                item.Text, item.DoneOn, item.DoneBySeatId, item.DoneBySubject)),
        ]);
}
