namespace Membership.Calendar;

internal static class CalendarRoutes
{
    public static RouteGroupBuilder MapCalendar(this RouteGroupBuilder api)
    {
        GiveAddress.Map(api);
        ReadAddresses.Map(api);
        ReadCalendar.Map(api);
        return api;
    }
}
