using AppHost.Local.Model;

namespace Aspire.Hosting.ApplicationModel;

public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal Wiring Wiring { get; } = new();
}
