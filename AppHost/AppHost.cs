// The topology, in Aspire's API alone; docs/adr/0002-two-modes-of-apphost.md says how it also runs without Aspire's packages.
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var data = Path.GetFullPath(builder.Configuration["PLATFORM_DATA"] ?? "../.data", builder.AppHostDirectory);
var provider = builder.Configuration["Database:Provider"] ?? "SqlServer";
builder.AddDockerComposeEnvironment("compose");

var random = new GenerateParameterDefault { MinLength = 32, Special = false };
var rabbitPassword = builder.AddParameter("rabbit-password", random, secret: true, persist: true);
var identitySecret = builder.AddParameter("identity-secret", random, secret: true, persist: true);
var membershipSecret = builder.AddParameter("membership-secret", random, secret: true, persist: true);
var caseReferralSecret = builder.AddParameter("case-referral-secret", random, secret: true, persist: true);
var reportingSecret = builder.AddParameter("reporting-secret", random, secret: true, persist: true);

var rabbit = builder.AddRabbitMQ("rabbitmq", builder.AddParameter("rabbit-user", "platform"), rabbitPassword).WithManagementPlugin().WithDataVolume().WithLifetime(ContainerLifetime.Persistent);
var sql = builder.AddSqlServer("sql").WithDataVolume().WithLifetime(ContainerLifetime.Persistent);
var identityDb = sql.AddDatabase("identity-db", "identity");
var membershipDb = sql.AddDatabase("membership-db", "membership");
var caseReferralDb = sql.AddDatabase("case-referral-db", "case-referral");
var reportingDb = sql.AddDatabase("reporting-harbor-db", "reporting-harbor");

var gateway = builder.AddProject<Projects.Gateway>("gateway").WithHttpEndpoint(builder.Configuration.GetValue("PLATFORM_PORT", 8080), name: "http").WithExternalHttpEndpoints();
var publicUrl = gateway.GetEndpoint("http");

var identityStorage = builder.AddProject<Projects.Identity>("identity-migrations", launchProfileName: null).WithArgs("--migrate").WithEnvironment("Database__Provider", provider)
    .WithReference(identityDb, "identity").WaitFor(identityDb).WithReference(rabbit).WithEnvironment("Bootstrap__CredentialsFile", Path.Combine(data, "credentials.json"))
    .WithEnvironment("Bootstrap__Services__identity", identitySecret).WithEnvironment("Bootstrap__Services__membership", membershipSecret)
    .WithEnvironment("Bootstrap__Services__case-referral", caseReferralSecret).WithEnvironment("Bootstrap__Services__reporting", reportingSecret)
    .WithEnvironment("Bootstrap__Hubs__reporting", "harbor");
var identity = builder.AddProject<Projects.Identity>("identity").WithHttpHealthCheck("/health/ready").WithEnvironment("Database__Provider", provider)
    .WithReference(identityDb, "identity").WaitForCompletion(identityStorage).WithReference(rabbit).WaitFor(rabbit).WithEnvironment("Platform__PublicUrl", publicUrl)
    .WithEnvironment("ServiceClient__ClientId", "identity").WithEnvironment("ServiceClient__ClientSecret", identitySecret);

var membershipStorage = builder.AddProject<Projects.Membership>("membership-migrations", launchProfileName: null).WithArgs("--migrate").WithEnvironment("Database__Provider", provider)
    .WithReference(membershipDb, "membership").WaitFor(membershipDb).WithReference(rabbit);
var membership = builder.AddProject<Projects.Membership>("membership").WithHttpHealthCheck("/health/ready").WithEnvironment("Database__Provider", provider)
    .WithReference(membershipDb, "membership").WaitForCompletion(membershipStorage).WithReference(rabbit).WaitFor(rabbit).WithEnvironment("Platform__PublicUrl", publicUrl)
    .WithEnvironment("ServiceClient__ClientId", "membership").WithEnvironment("ServiceClient__ClientSecret", membershipSecret).WithEnvironment("Documents__Folder", Path.Combine(data, "documents")).WithReference(identity);

var caseReferralStorage = builder.AddProject<Projects.CaseReferral>("case-referral-migrations", launchProfileName: null).WithArgs("--migrate").WithEnvironment("Database__Provider", provider)
    .WithReference(caseReferralDb, "case-referral").WaitFor(caseReferralDb).WithReference(rabbit);
var caseReferral = builder.AddProject<Projects.CaseReferral>("case-referral").WithHttpHealthCheck("/health/ready").WithEnvironment("Database__Provider", provider)
    .WithReference(caseReferralDb, "case-referral").WaitForCompletion(caseReferralStorage).WithReference(rabbit).WaitFor(rabbit).WithEnvironment("Platform__PublicUrl", publicUrl)
    .WithEnvironment("ServiceClient__ClientId", "case-referral").WithEnvironment("ServiceClient__ClientSecret", caseReferralSecret).WithReference(identity).WithReference(membership)
    .WithReplicas(builder.Configuration.GetValue("CASEREFERRAL_REPLICAS", 1));

var reportingStorage = builder.AddProject<Projects.Reporting>("reporting-harbor-migrations", launchProfileName: null).WithArgs("--migrate").WithEnvironment("Database__Provider", provider)
    .WithReference(reportingDb, "reporting").WaitFor(reportingDb).WithReference(rabbit).WithEnvironment("Reporting__Hub", "harbor");
var reporting = builder.AddProject<Projects.Reporting>("reporting-harbor").WithHttpHealthCheck("/health/ready").WithEnvironment("Database__Provider", provider)
    .WithReference(reportingDb, "reporting").WaitForCompletion(reportingStorage).WithReference(rabbit).WaitFor(rabbit).WithEnvironment("Platform__PublicUrl", publicUrl)
    .WithEnvironment("ServiceClient__ClientId", "reporting").WithEnvironment("ServiceClient__ClientSecret", reportingSecret).WithEnvironment("Reporting__Hub", "harbor")
    .WithReference(identity).WithReference(membership).WithReference(caseReferral).WithReplicas(builder.Configuration.GetValue("REPORTING_REPLICAS", 1));

gateway.WithReference(identity).WithReference(membership).WithReference(caseReferral).WithReference(reporting).WithHttpHealthCheck("/health/ready")
    .WithEnvironment("Platform__PublicUrl", publicUrl).WaitFor(identity);
identity.WithReference(membership);
builder.AddProject<Projects.Demonstration>("demonstration").WithArgs(publicUrl, Path.Combine(data, "credentials.json")).WaitFor(gateway).WithExplicitStart();

builder.Build().Run();
