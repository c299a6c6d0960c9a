namespace Membership.Hubs;

internal static class HubsRoutes
{
    public static RouteGroupBuilder MapHubs(this RouteGroupBuilder api)
    {
        EstablishHub.Map(api);
        ReadHubs.Map(api);
        return api;
    }
}
