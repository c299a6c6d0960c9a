using CaseReferral.Clients;
using CaseReferral.Referrals;
using CaseReferral.Storage;
using Contracts;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace CaseReferral;

internal static class CaseReferralServices
{
    public static WebApplicationBuilder AddCaseReferral(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<CaseReferralDb>("case-referral");
        builder.AddMessaging<CaseReferralDb>("case-referral", messaging => messaging
            .Follow("membership")
            .Follow("identity", JournalEntry.PlatformHub)); // whose tokens are refused before they expire;
        builder.Services.AddValidation();
        builder.Services.AddOptions<ReferralSettings>().BindConfiguration("Referrals").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<OpenReferralWatch>();
        builder.AddAudit<CaseReferralDb>();
        return builder;
    }

    public static void MapCaseReferral(this RouteGroupBuilder api)
    {
        api.MapClients();
        api.MapReferrals();
        api.MapAudit();
    }
}
