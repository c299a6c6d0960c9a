namespace Membership.TaskForces;

internal static class TaskForcesRoutes
{
    public static RouteGroupBuilder MapTaskForces(this RouteGroupBuilder api)
    {
        FormTaskForce.Map(api);
        ReadTaskForces.Map(api);
        DescribeTaskForce.Map(api);
        GiveReason.Map(api);
        ReadReasons.Map(api);
        DraftVision.Map(api);
        DraftPrinciples.Map(api);
        AcknowledgePrinciples.Map(api);
        SetMilestone.Map(api);
        ReadMilestones.Map(api);
        return api;
    }
}
