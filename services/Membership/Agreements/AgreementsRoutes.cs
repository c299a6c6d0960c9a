namespace Membership.Agreements;

internal static class AgreementsRoutes
{
    public static RouteGroupBuilder MapAgreements(this RouteGroupBuilder api) => api;
}
