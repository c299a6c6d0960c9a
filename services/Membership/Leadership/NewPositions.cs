using System.ComponentModel.DataAnnotations;
using Contracts;

namespace Membership.Leadership;

/// <summary>Who leads from a day on: one, or all that a model needs at once.</summary>
/// <param name="From">Today or earlier: a change is recorded on its day.</param>
/// <param name="Why">How they were chosen, in the task force's own words.</param>
/// <param name="DecisionId">A carried decision about Leadership; required where leaders are elected.</param>
public sealed record NewPositions(
    [property: Required, MinLength(1), MaxLength(10)] IReadOnlyList<NewHolder> Holders,
    [property: Required] DateOnly? From,
    [property: Required, PlainText(Lines = true), StringLength(StructureChange.WhyLength)] string Why,
    Guid? DecisionId = null);

/// <summary>Who takes a position.</summary>
/// <param name="TermEndsOn">The last day of the term; a whole term where the arrangement has terms and this is left out.</param>
public sealed record NewHolder(
    [property: Required] LeadershipPositionKind? Kind, [property: Required] Guid? SeatId, DateOnly? TermEndsOn = null);
