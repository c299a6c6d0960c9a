namespace Membership.Leadership;

internal static class LeadershipRoutes
{
    public static RouteGroupBuilder MapLeadership(this RouteGroupBuilder api) => api;
}
