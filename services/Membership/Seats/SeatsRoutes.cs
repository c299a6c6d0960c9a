namespace Membership.Seats;

internal static class SeatsRoutes
{
    public static RouteGroupBuilder MapSeats(this RouteGroupBuilder api)
    {
        TakeSeat.Map(api);
        EndSeat.Map(api);
        ReadSeats.Map(api);
        return api;
    }
}
