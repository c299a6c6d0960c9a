using System.Text.RegularExpressions;
using CaseReferral.Referrals;
using Gateway.Limits;
using Gateway.Routes;
using Identity;
using Identity.Bootstrap;
using Membership.Documents;
using Membership.Protocols.Readiness;
using Membership.Reminders;
using Reporting;
using ServiceDefaults.Access;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Storage;
using Xunit;

namespace Architecture.Tests;

/// <summary>README.md and the decision records say what is there.</summary>
public sealed partial class GuideTests
{
    private static readonly string Settings = File.ReadAllText(Path.Combine(House.Root, "docs/settings.md"));
    private static readonly string Decisions = Path.Combine(House.Root, "docs/adr");

    public static TheoryData<Type> Sections =>
    [
        typeof(AccessOptions), typeof(BootstrapSettings), typeof(DatabaseSettings), typeof(DocumentSettings), typeof(GatewayOptions), typeof(IdentitySettings), typeof(LimitSettings),
        typeof(ReadinessSettings), typeof(ReferralSettings), typeof(ReminderSettings), typeof(ReportingOptions), typeof(RetryPlan),
    ];

    [Theory, MemberData(nameof(Sections))]
    public void Every_setting_is_in_the_table(Type section) => Assert.All(
        section.GetProperties(), setting => Assert.Matches($@"\| .*[`:]{setting.Name}[`:]", Settings));

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/resources.md")]
    [InlineData("docs/settings.md")]
    [InlineData("docs/release-of-information.md")]
    public void Every_link_leads_somewhere(string page) => Assert.All(LinksOf(page), link => Assert.True(Path.Exists(link), $"{link} is not there"));

    [Fact]
    public void Every_decision_record_is_found_from_the_first_page() =>
        Assert.All(Directory.GetFiles(Decisions), file => Assert.Contains(Path.GetFullPath(file), LinksOf("README.md")));

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

    private static IReadOnlyList<string> LinksOf(string page)
    {
        var file = Path.Combine(House.Root, page);
        return [.. Link().Matches(File.ReadAllText(file)).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal))
            .Select(link => Path.GetFullPath(link, Path.GetDirectoryName(file)!))];
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
