using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Hubs;

/// <summary>A region that runs its own reporting and hosts task forces.</summary>
public sealed class Hub : Entity
{
    public const int CodeLength = 31;

    private Hub()
    {
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    public static Hub Establish(string code, string name)
    {
        var hub = new Hub { Code = code, Name = name };
        hub.Record(new HubEstablished(code, name), JournalEntry.PlatformHub);
        return hub;
    }
}
