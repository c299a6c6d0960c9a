using CaseReferral.Storage;
using Contracts;
using ServiceDefaults.Access;

namespace CaseReferral.Clients;

/// <summary>Right to know and need to know a client, in one place.</summary>
internal static class ClientAccess
{
    /// <summary>Right to know: serves clients in a provider of victim services.</summary>
    public static bool ServesClients(this Caller caller) =>
        caller is { AgencyClass: AgencyClass.VictimServices, AgencyId: not null } && (caller.Is(Roles.CaseWorker) || caller.Is(Roles.Supervisor));

    /// <summary>
    /// Need to know: the case team of the holding agency, and its supervisors. Everybody else takes the same query and
    /// finds nothing, so that a client who is hidden and one who does not exist cannot be told apart.
    /// </summary>
    public static IQueryable<Client> ClientsOf(this CaseReferralDb db, Caller caller)
    {
        var serves = caller.ServesClients();
        var supervises = caller.Is(Roles.Supervisor);
        var (agency, hub, subject) = (caller.AgencyId, caller.Hub, caller.Subject);
        return db.Clients.Where(client => serves && client.AgencyId == agency && client.Hub == hub
            && (supervises || client.CaseTeam.Any(member => member.Subject == subject)));
    }
}
