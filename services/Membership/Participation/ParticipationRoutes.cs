namespace Membership.Participation;

internal static class ParticipationRoutes
{
    public static RouteGroupBuilder MapParticipation(this RouteGroupBuilder api)
    {
        ReadParticipation.Map(api);
        return api;
    }
}
