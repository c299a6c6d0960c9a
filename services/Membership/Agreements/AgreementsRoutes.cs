namespace Membership.Agreements;

internal static class AgreementsRoutes
{
    public static RouteGroupBuilder MapAgreements(this RouteGroupBuilder api)
    {
        DraftAgreement.Map(api);
        ChangeAgreement.Map(api);
        NameSignatories.Map(api);
        DraftVersion.Map(api);
        AttachDocument.Map(api);
        OpenAgreement.Map(api);
        AwaitBoard.Map(api);
        SignAgreement.Map(api);
        WithdrawParty.Map(api);
        EndAgreement.Map(api);
        ReadAgreements.Map(api);
        ReadDocument.Map(api);
        return api;
    }
}
