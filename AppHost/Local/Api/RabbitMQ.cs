using AppHost.Local.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    public class RabbitMQServerResource : ContainerResource, IResourceWithConnectionString
    {
        internal RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password) : base(name)
        {
            (UserNameParameter, PasswordParameter) = (userName, password);
            Wiring.Endpoints.AddRange([Amqp, Distribution, PortMapper]);
        }

        public ParameterResource? UserNameParameter { get; }

        public ParameterResource PasswordParameter { get; }

        /// <summary>A broker that exists already (<c>ConnectionStrings__name</c>): none is started then.</summary>
        internal string? Existing { get; init; }

        internal Endpoint Amqp { get; } = new("tcp");

        /// <summary>Between Erlang nodes; there is one node, but it insists.</summary>
        internal Endpoint Distribution { get; } = new("distribution");

        /// <summary>Erlang's epmd.</summary>
        internal Endpoint PortMapper { get; } = new("epmd");

        internal Endpoint? Management { get; set; }

        internal string UserName => UserNameParameter?.Value ?? "guest";

        public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<string?>(Existing ?? string.Concat(
                "amqp://", Uri.EscapeDataString(UserName), ":", Uri.EscapeDataString(PasswordParameter.Value),
                "@127.0.0.1:", Amqp.Ports[0].ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}

namespace Aspire.Hosting
{
    public static class RabbitMQBuilderExtensions
    {
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
            this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null, int? port = null)
        {
            password ??= builder.AddParameter($"{name}-password", secret: true);
            var broker = new RabbitMQServerResource(name, userName?.Resource, password.Resource)
            {
                Existing = builder.Configuration[$"ConnectionStrings:{name}"],
            };
            broker.Amqp.Port = port;
            return builder.AddResource(broker);
        }

        public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
            this IResourceBuilder<RabbitMQServerResource> builder) => builder.WithManagementPlugin(port: null);

        public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
            this IResourceBuilder<RabbitMQServerResource> builder, int? port)
        {
            builder.Resource.Management = new Endpoint("management") { Port = port };
            builder.Resource.Wiring.Endpoints.Add(builder.Resource.Management);
            return builder;
        }

        /// <summary>Locally the data always stays, in the data folder.</summary>
        public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
            this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) => builder;
    }

    public static class ContainerResourceBuilderExtensions
    {
        /// <summary>Locally nothing outlives AppHost; only its data does.</summary>
        public static IResourceBuilder<T> WithLifetime<T>(this IResourceBuilder<T> builder, ContainerLifetime lifetime)
            where T : ContainerResource => builder;
    }
}
