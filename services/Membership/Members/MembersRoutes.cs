namespace Membership.Members;

internal static class MembersRoutes
{
    public static RouteGroupBuilder MapMembers(this RouteGroupBuilder api)
    {
        JoinTaskForce.Map(api);
        LeaveTaskForce.Map(api);
        CloseMembership.Map(api);
        ReadMembers.Map(api);
        ReadMemberChanges.Map(api);
        ActivateMember.Map(api);
        SuspendMember.Map(api);
        ReinstateMember.Map(api);
        AdoptTermsEndpoint.Map(api);
        ReadTerms.Map(api);
        Apply.Map(api);
        ReadApplications.Map(api);
        VetApplication.Map(api);
        DecideApplication.Map(api);
        WithdrawApplication.Map(api);
        GiveNotice.Map(api);
        AnswerNotice.Map(api);
        RemoveMember.Map(api);
        ReadRemovalNotice.Map(api);
        return api;
    }
}
