namespace Membership.Meetings;

internal static class MeetingsRoutes
{
    public static RouteGroupBuilder MapMeetings(this RouteGroupBuilder api) => api;
}
