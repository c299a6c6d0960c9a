namespace Membership.Handovers;

internal static class HandoversRoutes
{
    public static RouteGroupBuilder MapHandovers(this RouteGroupBuilder api)
    {
        ReadHandovers.Map(api);
        AssignHandover.Map(api);
        DismissHandover.Map(api);
        ReadOrientations.Map(api);
        TickOffItem.Map(api);
        ExtendOrientation.Map(api);
        return api;
    }
}
