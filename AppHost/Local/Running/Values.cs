using AppHost.Local.Storing;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>Gives the graph what was left open while it was built: parameters' values and ports.</summary>
internal static class Values
{
    public static void Assign(DistributedApplicationBuilder builder, KeptValues kept, Ports ports)
    {
        foreach (var parameter in builder.Resources.OfType<ParameterResource>())
            parameter.Value = ValueOf(parameter, builder.Configuration[$"Parameters:{parameter.Name}"], kept);
        foreach (var resource in builder.Resources)
        {
            foreach (var endpoint in resource.Wiring.Endpoints)
                ports.Choose(resource.Name, endpoint, resource.Wiring.Replicas);
        }
    }

    private static string ValueOf(ParameterResource parameter, string? configured, KeptValues kept)
    {
        if (configured is not null || parameter.Given is not null)
            return configured ?? parameter.Given!;
        if (kept[parameter.Name] is { } known)
            return known;
        if (parameter is { Secret: false, Generated: null })
            throw new StartFailure($"The parameter {parameter.Name} has no value: set Parameters__{parameter.Name}.");
        var made = (parameter.Generated ?? new GenerateParameterDefault { MinLength = 32, Special = false }).GetDefaultValue();
        kept[parameter.Name] = made;
        return made;
    }
}
