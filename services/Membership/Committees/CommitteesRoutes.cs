namespace Membership.Committees;

internal static class CommitteesRoutes
{
    public static RouteGroupBuilder MapCommittees(this RouteGroupBuilder api) => api;
}
