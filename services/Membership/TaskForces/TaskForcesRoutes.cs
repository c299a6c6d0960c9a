namespace Membership.TaskForces;

internal static class TaskForcesRoutes
{
    public static RouteGroupBuilder MapTaskForces(this RouteGroupBuilder api)
    {
        FormTaskForce.Map(api);
        ReadTaskForces.Map(api);
        return api;
    }
}
