using Contracts;

namespace Membership.Participation;

/// <summary>The parts of society that take part: nine, and what fits none of them.</summary>
public enum Sector
{
    LawEnforcement, Prosecution, VictimServices, Business, Foundation, MobilizationAdvocacy, FaithCommunity, SurvivorActivist,
    HealthAndSocialServices, Other,
}

internal static class Sectors
{
    /// <summary>
    /// Of an agency, as the directory has it: by its type where that says what it is (a survivor-led agency is that first,
    /// whatever it does), and else by its class, which says what it does. Never of a person.
    /// </summary>
    public static Sector Of(AgencyType type, AgencyClass agencyClass) => type switch
    {
        AgencyType.SurvivorLed => Sector.SurvivorActivist,
        AgencyType.FaithBased => Sector.FaithCommunity,
        AgencyType.CorporateBusiness => Sector.Business,
        AgencyType.Foundation => Sector.Foundation,
        AgencyType.MobilizationAdvocacy => Sector.MobilizationAdvocacy,
        AgencyType.LawEnforcement => Sector.LawEnforcement,
        AgencyType.Prosecutor => Sector.Prosecution,
        AgencyType.HealthServiceOrganisation or AgencyType.ChildWelfare => Sector.HealthAndSocialServices,
        // NGO, Court, ImmigrationService, LegalService, SchoolOrCollege, LaborAgency, Tribal, Federal and other government.
        _ => agencyClass switch
        {
            AgencyClass.LawEnforcement => Sector.LawEnforcement,
            AgencyClass.Prosecution => Sector.Prosecution,
            AgencyClass.VictimServices => Sector.VictimServices,
            _ => Sector.Other,
        },
    };
}
