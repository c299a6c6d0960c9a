namespace Membership.Committees;

internal static class CommitteesRoutes
{
    public static RouteGroupBuilder MapCommittees(this RouteGroupBuilder api)
    {
        FormCommittee.Map(api);
        ReadCommittees.Map(api);
        ChangeCommittee.Map(api);
        EndCommittee.Map(api);
        ExtendWorkGroup.Map(api);
        ReadCommitteeMembers.Map(api);
        CommitteeMembers.Map(api);
        return api;
    }
}
