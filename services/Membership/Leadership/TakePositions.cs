using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Leadership;

internal static class TakePositions
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/task-forces/{id:guid}/leadership/positions", HandleAsync)
        .RequireRoles(TaskForceRoles.Decides)
        .WithSummary("Records who leads from a day on. What the model of leadership needs must then be whole.");

    private static async Task<Results<Created<IReadOnlyList<PositionView>>, ProblemHttpResult>> HandleAsync(
        Guid id, NewPositions request, MembershipDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        var leadership = await db.LeadershipOfAsync(taskForce, cancellationToken);
        var (today, from) = (time.Day(), request.From!.Value);
        if (from > today) return Problems.Invalid("from", "Record it on the day on which it begins.");
        if (request.Holders.DistinctBy(holder => (holder.Kind, holder.SeatId)).Count() < request.Holders.Count)
            return Problems.Invalid("holders", "Name each holder of a position once.");

        var arrangement = await db.ArrangementInForceAsync(id, today, cancellationToken);
        var present = await db.PresentPositionsAsync(id, cancellationToken);
        if (Fit(arrangement.Model(), present, request.Holders) is { } unfit) return unfit;
        var carried = await db.ElectedAsync(taskForce, arrangement, request.DecisionId, cancellationToken);
        if (carried.Refused is not null) return carried.Refused;
        if (from < carried.Decision?.DecidedOn) return Problems.Invalid("from", "It was decided on a later day.");

        var seats = await db.ActiveSeatsAsync(id, request.Holders.Select(holder => holder.SeatId!.Value), cancellationToken);
        var earlier = await db.EarlierAsync(id, seats.Values, cancellationToken);
        List<LeadershipPosition> taken = [];
        foreach (var holder in request.Holders)
        {
            if (!seats.TryGetValue(holder.SeatId!.Value, out var seat))
                return Problems.Invalid("holders", "Each holder must have a seat in this task force.");
            var own = earlier[seat.Person].Where(position => position.Kind == holder.Kind).ToList();
            if (own.Exists(position => position.EndedOn is null)) return HeldAlready();
            var term = arrangement.Next(own, from);
            if (arrangement.Refuse(term, from, holder.TermEndsOn) is { } refused) return refused;
            var endsOn = holder.TermEndsOn ?? arrangement.LastDay(from);
            taken.Add(LeadershipPosition.Take(seat, holder.Kind!.Value, from, endsOn, term, carried.Decision?.Id));
        }

        if (taken.DistinctBy(position => (position.Kind, seats[position.SeatId!.Value].Person)).Count() < taken.Count) return HeldAlready();
        foreach (var position in taken)
        {
            var filled = present.FirstOrDefault(vacancy => vacancy.State is PositionState.Vacant && vacancy.Kind == position.Kind);
            filled?.End(PositionEndReason.Filled, from);
            db.LeadershipPositions.Add(position);
            db.StructureChanges.Add(StructureChange.Of(
                position, StructureChangeKind.PositionTaken, from, Written.Of(caller, time), request.Why.Trim(), carried.Decision?.Id));
        }

        carried.Decision?.UseFor(taken[0].Id);
        leadership.Change();
        if (await db.SaveLeadershipAsync(cancellationToken) is { } changed) return changed;
        return TypedResults.Created<IReadOnlyList<PositionView>>(
            $"/task-forces/{id}/leadership", [.. taken.Select(position => PositionView.Of(position, arrangement.Model(), today))]);
    }

    /// <summary>Nobody is two of the co-chairs, whatever the seats.</summary>
    private static ProblemHttpResult HeldAlready() => Problems.Conflict("position-held", "The same person holds this position already.");

    /// <summary>Only what the model has, nothing twice that is held by one, and with it the model's needs are met.</summary>
    private static ProblemHttpResult? Fit(LeadershipModel model, List<LeadershipPosition> present, IReadOnlyList<NewHolder> holders)
    {
        var kinds = holders.Select(holder => holder.Kind!.Value).ToList();
        if (kinds.Any(kind => !ModelRule.Has(model, kind)))
            return Problems.Conflict("not-in-model", $"The leadership is {model}, which has {ModelRule.InWords(ModelRule.Missing(model, []))}, and no such position.");
        if (kinds.Where(ModelRule.IsSole).GroupBy(kind => kind).Any(kind => kind.Count() > 1 || present.Held().Contains(kind.Key)))
            return Problems.Conflict("position-held", "One person at a time holds this position: end it, or pass it on.");

        var missing = ModelRule.Missing(model, [.. present.Held(), .. kinds]);
        return kinds.Any(ModelRule.Leads) && missing.Count > 0
            ? Problems.Conflict("leadership-incomplete", $"The leadership is {model}; still missing with this: {ModelRule.InWords(missing)}. Name them together.")
            : null;
    }
}
