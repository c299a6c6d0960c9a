namespace Membership.Commitments;

internal static class CommitmentsRoutes
{
    public static RouteGroupBuilder MapCommitments(this RouteGroupBuilder api)
    {
        PledgeCommitment.Map(api);
        EndCommitment.Map(api);
        ReadCommitments.Map(api);
        ClaimFulfilment.Map(api);
        AnswerFulfilment.Map(api);
        ReadFulfilments.Map(api);
        ReadLedger.Map(api);
        return api;
    }
}
