using AppHost.Local.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    public class ProjectResource(string name)
        : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
    {
        internal IProjectMetadata Metadata { get; init; } = null!;

        internal LaunchProfile Profile { get; init; } = LaunchProfile.None;
    }
}

namespace Aspire.Hosting
{
    public interface IProjectMetadata
    {
        string ProjectPath { get; }

        /// <summary>The built assembly. Aspire has no such member: it asks the project file, at the price of a build.</summary>
        string TargetPath { get; }
    }

    public static class ProjectResourceBuilderExtensions
    {
        public static IResourceBuilder<ProjectResource> AddProject<TProject>(
            this IDistributedApplicationBuilder builder, string name) where TProject : IProjectMetadata, new() =>
            Add(builder, name, new TProject(), static path => LaunchProfile.Read(path, profile: null));

        /// <param name="launchProfileName">Null: no profile, so none of its endpoints and variables.</param>
        public static IResourceBuilder<ProjectResource> AddProject<TProject>(
            this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
            where TProject : IProjectMetadata, new() =>
            Add(builder, name, new TProject(), path =>
                launchProfileName is null ? LaunchProfile.None : LaunchProfile.Read(path, launchProfileName));

        public static IResourceBuilder<ProjectResource> WithReplicas(
            this IResourceBuilder<ProjectResource> builder, int replicas)
        {
            builder.Resource.Wiring.Replicas = replicas;
            return builder;
        }

        private static IResourceBuilder<ProjectResource> Add(
            IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata,
            Func<string, LaunchProfile> profileOf)
        {
            var project = new ProjectResource(name) { Metadata = metadata, Profile = profileOf(metadata.ProjectPath) };
            if (project.Profile.HasAddress)
                project.Wiring.Endpoints.Add(new Endpoint("http"));
            return builder.AddResource(project);
        }
    }
}
