namespace Membership.Handovers;

internal static class HandoversRoutes
{
    public static RouteGroupBuilder MapHandovers(this RouteGroupBuilder api) => api;
}
