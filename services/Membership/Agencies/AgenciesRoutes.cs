using Membership.Agencies.Cards;
using Membership.Agencies.Hsds;
using Membership.Agencies.Reviews;

namespace Membership.Agencies;

internal static class AgenciesRoutes
{
    public static RouteGroupBuilder MapAgencies(this RouteGroupBuilder api)
    {
        ImportAgencies.Map(api);
        ReadAgencies.Map(api);
        ReadCard.Map(api);
        WriteCard.Map(api);
        ConfirmCapacity.Map(api);
        ReadMemberCard.Map(api);
        WriteMemberCard.Map(api);
        ReviewMemberCard.Map(api);
        ReadReviews.Map(api);
        ExportHsds.Map(api);
        return api;
    }
}
