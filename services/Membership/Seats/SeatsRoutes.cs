namespace Membership.Seats;

internal static class SeatsRoutes
{
    public static RouteGroupBuilder MapSeats(this RouteGroupBuilder api)
    {
        TakeSeat.Map(api);
        ChangeSeat.Map(api);
        EndSeat.Map(api);
        SucceedSeat.Map(api);
        ReadSeats.Map(api);
        SearchRepresentatives.Map(api);
        RecordSurvivorStatus.Map(api);
        return api;
    }
}
