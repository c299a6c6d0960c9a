using Contracts;
using Membership.Agencies;

namespace Membership.Participation;

/// <summary>The parts of society that take part: nine, and what fits none of them.</summary>
public enum Sector
{
    LawEnforcement, Prosecution, VictimServices, Business, Foundation, MobilizationAdvocacy, FaithCommunity, SurvivorActivist,
    HealthAndSocialServices, Other,
}

internal static class Sectors
{
    // NGO, Court, ImmigrationService, LegalService, SchoolOrCollege, LaborAgency, Tribal, Federal and other government tell nothing.
    private static readonly Dictionary<AgencyType, Sector> ByType = new()
    {
        [AgencyType.SurvivorLed] = Sector.SurvivorActivist,
        [AgencyType.FaithBased] = Sector.FaithCommunity,
        [AgencyType.CorporateBusiness] = Sector.Business,
        [AgencyType.Foundation] = Sector.Foundation,
        [AgencyType.MobilizationAdvocacy] = Sector.MobilizationAdvocacy,
        [AgencyType.LawEnforcement] = Sector.LawEnforcement,
        [AgencyType.Prosecutor] = Sector.Prosecution,
        [AgencyType.HealthServiceOrganisation] = Sector.HealthAndSocialServices,
        [AgencyType.ChildWelfare] = Sector.HealthAndSocialServices,
    };

    /// <summary>
    /// Of an agency, as the directory has it: by its type where that says what it is (a survivor-led agency is that first,
    /// whatever it does), and else by its class, which says what it does. Never of a person.
    /// </summary>
    public static Sector Of(AgencyType type, AgencyClass agencyClass) => ByType.TryGetValue(type, out var sector) ? sector : Of(agencyClass);

    /// <summary>In step with <see cref="Of(AgencyType, AgencyClass)"/>.</summary>
    public static IQueryable<Agency> In(this IQueryable<Agency> agencies, Sector sector)
    {
        var types = ByType.Where(pair => pair.Value == sector).Select(pair => pair.Key).ToArray();
        var telling = ByType.Keys.ToArray();
        var classes = Enum.GetValues<AgencyClass>().Where(agencyClass => Of(agencyClass) == sector).ToArray();
        return agencies.Where(agency => types.Contains(agency.Type) || (classes.Contains(agency.Class) && !telling.Contains(agency.Type)));
    }

    private static Sector Of(AgencyClass agencyClass) => agencyClass switch
    {
        AgencyClass.LawEnforcement => Sector.LawEnforcement,
        AgencyClass.Prosecution => Sector.Prosecution,
        AgencyClass.VictimServices => Sector.VictimServices,
        _ => Sector.Other,
    };
}
