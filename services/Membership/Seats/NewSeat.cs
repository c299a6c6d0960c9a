using System.ComponentModel.DataAnnotations;
using Contracts;

namespace Membership.Seats;

/// <summary>A person who takes a seat. The name, title, e-mail and role stay in this service.</summary>
/// <param name="Email">The e-mail address at work.</param>
/// <param name="TermEndsOn">The last day of the term, where there is one.</param>
/// <param name="AlternateForSeatId">The representative's seat for which this person stands in.</param>
/// <param name="InCoreGroup">Of those few who steer the task force. Only who runs it says so.</param>
/// <param name="Role">What the person does in the task force. Nothing about a case or a person served.</param>
/// <param name="Authority">What the person may settle for the agency without asking it first.</param>
public sealed record NewSeat(
    [property: Required] Guid? AgencyId,
    [property: Required, PlainText, StringLength(200)] string PersonName,
    [property: Required] Involvement? Involvement,
    [property: PlainText, StringLength(200)] string? Title = null,
    [property: PlainText, EmailAddress, StringLength(200)] string? Email = null,
    DateOnly? TermEndsOn = null,
    Guid? AlternateForSeatId = null,
    bool InCoreGroup = false,
    [property: PlainText, StringLength(Seat.RoleLength)] string? Role = null,
    DecisionAuthority? Authority = null,
    DateOnly? TermStartsOn = null)
{
    internal SeatDuties Duties => new(Involvement!.Value, Role?.Trim(), Authority, InCoreGroup, TermStartsOn, TermEndsOn);
}

/// <summary>A seat as it shall be; the person stays. What is left out is taken away.</summary>
/// <param name="Email">The e-mail address at work.</param>
/// <param name="TermEndsOn">The last day of the term, where there is one.</param>
/// <param name="InCoreGroup">Of those few who steer the task force. Only who runs it changes that.</param>
/// <param name="Role">What the person does in the task force. Nothing about a case or a person served.</param>
/// <param name="Authority">What the person may settle for the agency without asking it first.</param>
public sealed record SeatChange(
    [property: Required] Involvement? Involvement,
    [property: PlainText, StringLength(200)] string? Title = null,
    [property: PlainText, EmailAddress, StringLength(200)] string? Email = null,
    DateOnly? TermEndsOn = null,
    bool InCoreGroup = false,
    [property: PlainText, StringLength(Seat.RoleLength)] string? Role = null,
    DecisionAuthority? Authority = null,
    DateOnly? TermStartsOn = null)
{
    internal SeatDuties Duties => new(Involvement!.Value, Role?.Trim(), Authority, InCoreGroup, TermStartsOn, TermEndsOn);
}
