namespace Membership.Agencies;

internal static class AgenciesRoutes
{
    public static RouteGroupBuilder MapAgencies(this RouteGroupBuilder api)
    {
        ImportAgencies.Map(api);
        ReadAgencies.Map(api);
        return api;
    }
}
