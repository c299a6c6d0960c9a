namespace Membership.Calendar;

internal static class CalendarRoutes
{
    public static RouteGroupBuilder MapCalendar(this RouteGroupBuilder api) => api;
}
