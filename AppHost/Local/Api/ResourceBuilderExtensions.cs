using AppHost.Local.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.Sets(name, () => value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.Sets(name, () => parameter.Resource.Value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.Sets(name, () => endpointReference.Url);

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs =>
        builder.With(wiring => wiring.Args.AddRange(args.Select(Func<string> (argument) => () => argument)));

    /// <param name="args">Strings, and endpoints for their addresses.</param>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params object[] args)
        where T : IResourceWithArgs =>
        builder.With(wiring => wiring.Args.AddRange(args.Select(Func<string> (argument) =>
            () => argument is EndpointReference endpoint ? endpoint.Url : $"{argument}")));

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null, bool optional = false) where TDestination : IResourceWithEnvironment =>
        // The runner's resources know their connection strings as soon as ports are chosen: nothing is awaited here.
        builder.Sets($"ConnectionStrings__{connectionName ?? source.Resource.Name}",
            () => source.Resource.GetConnectionStringAsync().AsTask().GetAwaiter().GetResult());

    /// <summary>Every replica is a child of <c>services:name:http</c>; Aspire gives one, its proxy's.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment =>
        builder.With(wiring => wiring.Environment.Add(() =>
            from endpoint in Wiring.Of(source.Resource).Endpoints
            from replica in Enumerable.Range(0, endpoint.Ports.Count)
            select ($"services__{source.Resource.Name}__{endpoint.Name}__{replica}", (string?)endpoint.Url(replica))));

    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport =>
        builder.With(wiring => wiring.Waits.Add(new((Resource)dependency.Resource, ExitCode: null)));

    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport
    {
        Wiring.Of(dependency.Resource).RunsToCompletion = true;
        return builder.With(wiring => wiring.Waits.Add(new((Resource)dependency.Resource, exitCode)));
    }

    /// <summary>Not started with the rest: in Aspire from the dashboard, here by <c>--Local:Start=name</c>.</summary>
    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder) where T : IResource =>
        builder.With(wiring => wiring.StartsByHand = true);

    private static IResourceBuilder<T> Sets<T>(this IResourceBuilder<T> builder, string name, Func<string?> value)
        where T : IResource => builder.With(wiring => wiring.Environment.Add(() => [(name, value())]));

    private static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Action<Wiring> wire) where T : IResource
    {
        wire(Wiring.Of(builder.Resource));
        return builder;
    }
}
