using System.Text.RegularExpressions;
using Xunit;

namespace Architecture.Tests;

/// <summary>Warnings are errors. What is silenced has its reason beside it.</summary>
public sealed partial class WarningTests
{
    [Fact]
    public void Every_project_has_warnings_as_errors_and_nullable_types()
    {
        const string ofAll = "Directory.Build.props";
        var shared = File.ReadAllText(Path.Combine(House.Root, ofAll));
        foreach (var setting in new[]
        {
            "<TreatWarningsAsErrors>true<", "<Nullable>enable<", "<EnforceCodeStyleInBuild>true<", "<AnalysisLevel>latest-recommended<",
        })
        {
            Assert.Contains(setting, shared, StringComparison.Ordinal);
        }

        Assert.All(House.ProjectFiles().Where(project => project != ofAll), project => Assert.False(
            Loosened().IsMatch(File.ReadAllText(Path.Combine(House.Root, project))), $"{project} asks for less than all others"));
    }

    [Fact]
    public void A_project_says_why_it_silences_a_warning() => Assert.All(
        House.ProjectFiles(),
        project => AssertReasons(project, line => line.Contains("<NoWarn>", StringComparison.Ordinal), before => before.EndsWith("-->", StringComparison.Ordinal)));

    [Fact]
    public void A_source_file_says_why_it_silences_a_warning() => Assert.All(
        House.SourceFiles(),
        file => Assert.All(
            File.ReadLines(Path.Combine(House.Root, file)).Where(line => line.StartsWith("#pragma warning disable", StringComparison.Ordinal)),
            line => Assert.Contains("// ", line, StringComparison.Ordinal)));

    [Fact]
    public void The_editor_configuration_says_why_a_rule_is_off() => AssertReasons(
        ".editorconfig",
        line => line.EndsWith(".severity = none", StringComparison.Ordinal),
        before => before.StartsWith('#') || before.EndsWith(".severity = none", StringComparison.Ordinal));

    private static void AssertReasons(string file, Func<string, bool> silences, Func<string, bool> isReason)
    {
        var lines = File.ReadAllLines(Path.Combine(House.Root, file)).Select(line => line.Trim()).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (silences(lines[i])) Assert.True(i > 0 && isReason(lines[i - 1]), $"{file}:{i + 1} has no reason above it: {lines[i]}");
        }
    }

    [GeneratedRegex("<(TreatWarningsAsErrors>false|Nullable>disable|EnforceCodeStyleInBuild>false|AnalysisLevel>|RunAnalyzers>false)")]
    private static partial Regex Loosened();
}
