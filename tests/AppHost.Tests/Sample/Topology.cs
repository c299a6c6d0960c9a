using Aspire.Hosting;

namespace Sample;

/// <summary>The graphs that the tests start, chosen by <c>--Scenario=name</c>.</summary>
internal static class Topology
{
    public static void Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        switch (builder.Configuration["Scenario"])
        {
            case "errand-then-replicas":
                var errand = builder.AddProject<SampleProject>("errand").WithArgs("service", "errand");
                var service = builder.AddProject<SampleProject>("case-referral").WithArgs("service").WithReplicas(2)
                    .WithHttpEndpoint().WithHttpHealthCheck("/health/ready").WaitForCompletion(errand);
                builder.AddProject<SampleProject>("front").WithArgs("service").WithHttpEndpoint().WithReference(service)
                    .WithHttpHealthCheck("/health/ready").WaitFor(service)
                    .WithEnvironment("FIRST", service.GetEndpoint("http"));
                break;
            case "failing-errand":
                var failing = builder.AddProject<SampleProject>("failing-errand").WithArgs("service", "errand", "3");
                builder.AddProject<SampleProject>("after").WithArgs("service").WithHttpEndpoint().WaitForCompletion(failing);
                break;
            case "never-ready":
                builder.AddProject<SampleProject>("never-ready").WithArgs("service").WithHttpEndpoint()
                    .WithHttpHealthCheck("/nowhere");
                break;
            case "fixed-port":
                builder.AddProject<SampleProject>("front").WithArgs("service")
                    .WithHttpEndpoint(port: int.Parse(builder.Configuration["Port"]!, null));
                break;
            case "broker":
                var broker = builder.AddRabbitMQ("rabbitmq");
                builder.AddProject<SampleProject>("front").WithArgs("service").WithHttpEndpoint().WithReference(broker)
                    .WithHttpHealthCheck("/health/ready").WaitFor(broker);
                break;
            case "database":
                var database = builder.AddSqlServer("sql").AddDatabase("facts-db", "facts");
                builder.AddProject<SampleProject>("front").WithArgs("service").WithHttpEndpoint().WaitFor(database)
                    .WithReference(database, "facts").WithHttpHealthCheck("/health/ready");
                break;
            default:
                builder.AddProject<SampleProject>("front").WithArgs("service").WithHttpEndpoint()
                    .WithHttpHealthCheck("/health/ready");
                builder.AddProject<SampleProject>("by-hand").WithArgs("service", "errand").WithExplicitStart();
                break;
        }

        builder.Build().Run();
    }
}

/// <summary>This program itself.</summary>
internal sealed class SampleProject : IProjectMetadata
{
    public string ProjectPath => Path.ChangeExtension(TargetPath, ".csproj");

    public string TargetPath => typeof(SampleProject).Assembly.Location;
}
