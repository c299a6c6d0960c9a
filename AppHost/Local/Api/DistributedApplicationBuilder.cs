using System.Reflection;
using AppHost.Local;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }

    string AppHostDirectory { get; }

    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    DistributedApplication Build();
}

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    public DistributedApplicationBuilder(string[] args)
    {
        AppHostDirectory = ProjectFolder() ?? AppContext.BaseDirectory;
        // Weakest first: what local mode decides, then the environment, then the command line.
        Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PLATFORM_DATA"] = Path.GetFullPath(Path.Combine(AppHostDirectory, "..", ".data")),
            ["Database:Provider"] = "Sqlite",
        });
        Configuration.AddEnvironmentVariables();
        Configuration.AddCommandLine(args);
        Configuration["PLATFORM_DATA"] = Path.GetFullPath(Configuration["PLATFORM_DATA"]!);
    }

    public ConfigurationManager Configuration { get; } = new();

    public string AppHostDirectory { get; }

    public List<Resource> Resources { get; } = [];

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (Resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new StartFailure($"Two resources are named {resource.Name}.");
        Resources.Add((Resource)(IResource)resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build() => new(this);

    /// <summary>Written into the assembly by Local.targets, as Aspire's SDK does.</summary>
    private static string? ProjectFolder() => Assembly.GetEntryAssembly()?
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "apphostprojectpath")?.Value;
}
