using Xunit;

namespace Architecture.Tests;

/// <summary>Who may know whom (the layout of README.md).</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Ours = ["Contracts", "ServiceDefaults", "Identity", "Membership", "CaseReferral", "Reporting", "Gateway", "AppHost"];

    public static TheoryData<string> Services => [.. House.ServiceNames];

    [Theory, MemberData(nameof(Services))]
    public void A_service_references_only_Contracts_and_ServiceDefaults(string service) =>
        Assert.Subset(new HashSet<string> { "Contracts", "ServiceDefaults" }, OursReferencedBy(service));

    [Fact]
    public void The_gateway_references_no_service() =>
        Assert.Subset(new HashSet<string> { "Contracts", "ServiceDefaults" }, OursReferencedBy("Gateway"));

    [Fact]
    public void ServiceDefaults_references_only_Contracts() =>
        Assert.Equal(["Contracts"], OursReferencedBy("ServiceDefaults"));

    [Fact]
    public void Contracts_references_nothing_but_the_runtime() =>
        Assert.All(House.Assembly("Contracts").GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name));

    [Theory, MemberData(nameof(Services))]
    public void MassTransit_is_known_only_where_messaging_is_configured(string service) =>
        Assert.DoesNotContain(House.Assembly(service).GetReferencedAssemblies(), reference => reference.Name!.StartsWith("MassTransit", StringComparison.Ordinal));

    private static HashSet<string> OursReferencedBy(string assembly) =>
        [.. House.Assembly(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).Intersect(Ours)];
}
