namespace Membership.Members;

internal static class MembersRoutes
{
    public static RouteGroupBuilder MapMembers(this RouteGroupBuilder api)
    {
        JoinTaskForce.Map(api);
        LeaveTaskForce.Map(api);
        ReadMembers.Map(api);
        return api;
    }
}
