using Contracts;
using Contracts.Membership;
using Membership.Agencies.Cards;
using ServiceDefaults.Storage;

namespace Membership.Agencies;

/// <summary>A member organization, as a hub's directory lists it, and its card: what it does for whom, where and when.</summary>
public sealed partial class Agency : Entity
{
    public const int NameLength = 200;

    private readonly List<AgencyNameWord> nameWords = [];

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

    /// <summary>The name, as it is searched for.</summary>
    public IReadOnlyList<AgencyNameWord> NameWords => nameWords;

    public static Agency List(string hub, Guid hsdsId, string name, AgencyType type, AgencyClass agencyClass)
    {
        var agency = new Agency { Hub = hub, HsdsId = hsdsId, Name = name, Type = type, Class = agencyClass };
        agency.IndexName();
        agency.RecordListed();
        return agency;
    }

    /// <summary>Takes over what an import says. <see cref="NameWords"/> must be loaded.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Replace(string name, AgencyType type)
    {
        var changed = Name != name || Type != type;
        (Name, Type) = (name, type);
        IndexName();
        if (!changed) return false;

        RecordListed();
        return true;
    }

    private void IndexName() =>
        nameWords.Become(Agencies.NameWords.Of(Name), word => word.Word, word => new AgencyNameWord(Id, Hub, word));

    private void RecordListed() => Record(new AgencyListed(Id, Hub, Name, Type, Class), Hub);
}
