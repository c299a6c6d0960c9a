namespace Membership.Differences;

internal static class DifferencesRoutes
{
    public static RouteGroupBuilder MapDifferences(this RouteGroupBuilder api)
    {
        LogDifference.Map(api);
        ReadDifferences.Map(api);
        SayView.Map(api);
        TakeStep.Map(api);
        CountDifferences.Map(api);
        return api;
    }
}
