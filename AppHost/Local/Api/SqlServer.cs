using AppHost.Local.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>There is no SQL Server here: by <c>Database:Provider</c> it is SQLite files or a PostgreSQL cluster.</summary>
    public class SqlServerServerResource : ContainerResource, IResourceWithConnectionString
    {
        internal SqlServerServerResource(string name, ParameterResource password, DatabaseProvider provider) : base(name)
        {
            (PasswordParameter, Provider) = (password, provider);
            if (provider == DatabaseProvider.Postgres)
                Wiring.Endpoints.Add(Tcp);
        }

        public ParameterResource PasswordParameter { get; }

        internal DatabaseProvider Provider { get; }

        internal Endpoint Tcp { get; } = new("tcp");

        internal List<SqlServerDatabaseResource> Databases { get; } = [];

        /// <summary>Whether any database needs the server: one with a connection string of its own does not.</summary>
        internal bool IsNeeded => Provider == DatabaseProvider.Postgres && Databases.Exists(database => database.Existing is null);

        public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<string?>(Provider == DatabaseProvider.Postgres
                ? $"Host=127.0.0.1;Port={Tcp.Ports[0]};Username=platform;Password={PasswordParameter.Value}"
                : null);
    }

    public class SqlServerDatabaseResource : Resource, IResourceWithConnectionString
    {
        internal SqlServerDatabaseResource(string name, string databaseName, SqlServerServerResource parent) : base(name) =>
            (DatabaseName, Parent) = (databaseName, parent);

        public string DatabaseName { get; }

        public SqlServerServerResource Parent { get; }

        internal string? Existing { get; init; }

        internal string File { get; init; } = "";

        public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
            Existing ?? Parent.Provider switch
            {
                DatabaseProvider.Sqlite => $"Data Source={File}",
                DatabaseProvider.Postgres =>
                    $"{await Parent.GetConnectionStringAsync(cancellationToken)};Database={DatabaseName}",
                _ => throw new AppHost.Local.StartFailure(
                    $"No SQL Server is started here: give the connection string of {DatabaseName} "
                    + $"(ConnectionStrings__{DatabaseName}), or choose Sqlite or Postgres."),
            };
    }
}

namespace Aspire.Hosting
{
    public static class SqlServerBuilderExtensions
    {
        public static IResourceBuilder<SqlServerServerResource> AddSqlServer(
            this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null,
            int? port = null)
        {
            password ??= builder.AddParameter($"{name}-password", secret: true);
            var server = new SqlServerServerResource(
                name, password.Resource, DatabaseProviders.Parse(builder.Configuration["Database:Provider"]));
            server.Tcp.Port = port;
            return builder.AddResource(server);
        }

        public static IResourceBuilder<SqlServerDatabaseResource> AddDatabase(
            this IResourceBuilder<SqlServerServerResource> builder, string name, string? databaseName = null)
        {
            var configuration = builder.ApplicationBuilder.Configuration;
            databaseName ??= name;
            var database = new SqlServerDatabaseResource(name, databaseName, builder.Resource)
            {
                Existing = configuration[$"ConnectionStrings:{databaseName}"] ?? configuration[$"ConnectionStrings:{name}"],
                File = Path.Combine(configuration["PLATFORM_DATA"]!, $"{databaseName}.db"),
            };
            builder.Resource.Databases.Add(database);
            return builder.ApplicationBuilder.AddResource(database);
        }

        /// <summary>Locally the data always stays, in the data folder.</summary>
        public static IResourceBuilder<SqlServerServerResource> WithDataVolume(
            this IResourceBuilder<SqlServerServerResource> builder, string? name = null, bool isReadOnly = false) => builder;
    }
}
