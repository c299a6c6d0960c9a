namespace Membership.Commitments;

internal static class CommitmentsRoutes
{
    public static RouteGroupBuilder MapCommitments(this RouteGroupBuilder api) => api;
}
