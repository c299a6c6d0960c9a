namespace Membership.Decisions;

internal static class DecisionsRoutes
{
    public static RouteGroupBuilder MapDecisions(this RouteGroupBuilder api)
    {
        RecordDecision.Map(api);
        ReadDecisions.Map(api);
        return api;
    }
}
