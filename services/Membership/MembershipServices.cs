using Membership.Agencies;
using Membership.Hubs;
using Membership.Seats;
using Membership.Storage;
using Membership.TaskForces;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace Membership;

/// <summary>Hubs, their task forces, the agencies in them, and who sits for an agency.</summary>
public static class MembershipServices
{
    public static WebApplicationBuilder AddMembership(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<MembershipDb>("membership");
        builder.AddMessaging<MembershipDb>("membership", messaging => messaging.Follow("identity"));
        builder.Services.AddValidation();
        return builder;
    }

    public static RouteGroupBuilder MapMembership(this RouteGroupBuilder api)
    {
        EstablishHub.Map(api);
        ReadHubs.Map(api);
        FormTaskForce.Map(api);
        ReadTaskForces.Map(api);
        JoinTaskForce.Map(api);
        LeaveTaskForce.Map(api);
        ReadMembers.Map(api);
        ImportAgencies.Map(api);
        ReadAgencies.Map(api);
        TakeSeat.Map(api);
        EndSeat.Map(api);
        ReadSeats.Map(api);
        return api;
    }
}
