using System.Text.RegularExpressions;
using CaseReferral.Referrals;
using Gateway.Limits;
using Gateway.Routes;
using Identity;
using Identity.Bootstrap;
using Membership.Documents;
using Reporting;
using ServiceDefaults.Access;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Storage;
using Xunit;

namespace Architecture.Tests;

/// <summary>README.md and the decision records say what is there.</summary>
public sealed partial class GuideTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(House.Root, "README.md"));
    private static readonly string Decisions = Path.Combine(House.Root, "docs/adr");

    public static TheoryData<Type> Settings =>
    [
        typeof(AccessOptions), typeof(BootstrapSettings), typeof(DatabaseSettings), typeof(DocumentSettings), typeof(GatewayOptions), typeof(IdentitySettings), typeof(LimitSettings),
        typeof(ReferralSettings), typeof(ReportingOptions), typeof(RetryPlan),
    ];

    [Theory, MemberData(nameof(Settings))]
    public void Every_setting_is_in_the_table(Type section) => Assert.All(
        section.GetProperties(), setting => Assert.Matches($@"\| .*[`:]{setting.Name}[`:]", Readme));

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var links = Link().Matches(Readme).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)).ToList();
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(House.Root, link)), $"{link} is not there"));
        Assert.All(Directory.GetFiles(Decisions), file => Assert.Contains($"docs/adr/{Path.GetFileName(file)}", links));
    }

    [Fact]
    public void Decision_records_are_numbered_and_have_context_decision_and_consequences()
    {
        var files = Directory.GetFiles(Decisions).Order(StringComparer.Ordinal).ToList();
        Assert.All(files.Index(), file =>
        {
            Assert.StartsWith($"{file.Index + 1:0000}-", Path.GetFileName(file.Item), StringComparison.Ordinal);
            var text = File.ReadAllText(file.Item);
            Assert.StartsWith($"# {file.Index + 1}. ", text, StringComparison.Ordinal);
            Assert.Matches(@"(?s)\n\*\*Context\.\*\* .*\n\*\*Decision\.\*\*.*\n\*\*Consequences\.\*\* ", text);
        });
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
