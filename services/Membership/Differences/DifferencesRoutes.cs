namespace Membership.Differences;

internal static class DifferencesRoutes
{
    public static RouteGroupBuilder MapDifferences(this RouteGroupBuilder api) => api;
}
