using Aspire.Hosting.ApplicationModel;

namespace AppHost.Local.Running;

/// <summary>How one replica of a project is started: the variables are those that Aspire sets.</summary>
internal sealed class ProjectStart(ProjectResource project, int replica)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public string Name { get; } = project.Wiring.Replicas == 1 ? project.Name : $"{project.Name}/{replica}";

    public ProcessSpec Spec()
    {
        var assembly = project.Metadata.TargetPath;
        if (!File.Exists(assembly))
            throw new StartFailure($"{project.Name} is not built: {assembly} is missing.");
        return new ProcessSpec(DotNet(), ["exec", assembly, .. project.Wiring.Args.Select(argument => argument())],
            Path.GetDirectoryName(project.Metadata.ProjectPath)!)
        { Environment = Environment() };
    }

    public async Task BecomesReadyAsync(CancellationToken cancellation)
    {
        foreach (var check in project.Wiring.HealthChecks)
        {
            var endpoint = project.Wiring.Endpoints.Find(one => one.Name == check.EndpointName)
                ?? throw new StartFailure($"{project.Name} has no endpoint {check.EndpointName} to check its health at.");
            var address = new Uri(new Uri(endpoint.Url(replica)), check.Path);
            while (!await AnswersAsync(address, check.StatusCode, cancellation))
                await Task.Delay(50, cancellation);
        }
    }

    private Dictionary<string, string?> Environment()
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in project.Profile.Variables)
            environment[name] = value;
        environment["OTEL_SERVICE_NAME"] = project.Name;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={project.Name}-{replica}";
        var endpoints = project.Wiring.Endpoints;
        if (endpoints.Count > 0)
            environment["ASPNETCORE_URLS"] = string.Join(';', endpoints.Select(endpoint => endpoint.Url(replica)));
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.PortVariable is not null))
            environment[endpoint.PortVariable!] = $"{endpoint.Ports[replica]}";
        foreach (var (name, value) in project.Wiring.Environment.SelectMany(entries => entries()))
            environment[name] = value;
        return environment;
    }

    private static async Task<bool> AnswersAsync(Uri address, int status, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync(address, cancellation);
            return (int)answer.StatusCode == status;
        }
        catch (Exception failure) when (
            failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The same dotnet that runs AppHost.</summary>
    private static string DotNet() =>
        System.Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
}
