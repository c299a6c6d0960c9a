using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Agencies;

/// <summary>A member organization, as a hub's directory lists it.</summary>
public sealed class Agency : Entity
{
    public const int NameLength = 200;

    private Agency()
    {
    }

    public string Hub { get; private set; } = "";

    /// <summary>The organization's id in HSDS, by which an import finds it again.</summary>
    public Guid HsdsId { get; private set; }

    public string Name { get; private set; } = "";
    public AgencyType Type { get; private set; }

    /// <summary>Decides how confidential its records are; so no import changes it.</summary>
    public AgencyClass Class { get; private set; }

    public static Agency List(string hub, Guid hsdsId, string name, AgencyType type, AgencyClass agencyClass)
    {
        var agency = new Agency { Hub = hub, HsdsId = hsdsId, Name = name, Type = type, Class = agencyClass };
        agency.RecordListed();
        return agency;
    }

    /// <summary>Takes over what an import says.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Replace(string name, AgencyType type)
    {
        if (Name == name && Type == type) return false;

        (Name, Type) = (name, type);
        RecordListed();
        return true;
    }

    private void RecordListed() => Record(new AgencyListed(Id, Hub, Name, Type, Class), Hub);
}
