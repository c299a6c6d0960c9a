namespace Membership.Leadership;

internal static class LeadershipRoutes
{
    public static RouteGroupBuilder MapLeadership(this RouteGroupBuilder api)
    {
        ReadLeadership.Map(api);
        ReadArrangements.Map(api);
        DraftArrangement.Map(api);
        AdoptArrangement.Map(api);
        ReviewArrangement.Map(api);
        TakePositions.Map(api);
        EndPosition.Map(api);
        PassOnPosition.Map(api);
        ReadStructureChanges.Map(api);
        return api;
    }
}
