using Xunit;

namespace Architecture.Tests;

/// <summary>Small files with one thing each.</summary>
public sealed class FileTests
{
    [Fact]
    public void No_file_is_above_300_lines() => Assert.DoesNotContain(Lengths(), file => file.Lines > 300);

    [Fact]
    public void Nine_files_in_ten_are_below_110_lines()
    {
        var lengths = Lengths().Select(file => file.Lines).Order().ToList();
        Assert.True(lengths[lengths.Count * 9 / 10] < 110, $"One file in ten has {lengths[lengths.Count * 9 / 10]} lines or more");
    }

    [Theory]
    [InlineData("Helper"), InlineData("Manager"), InlineData("Util")]
    public void No_file_is_named_for_nothing(string name) =>
        Assert.DoesNotContain(House.SourceFiles(), file => Path.GetFileNameWithoutExtension(file).Contains(name, StringComparison.Ordinal));

    /// <summary>
    /// Contracts has a file for each publishing service instead, and the local runner's Api one for each part of Aspire's API
    /// that it repeats. Of a partial type, each file says behind the name which part it is.
    /// </summary>
    [Fact]
    public void A_file_is_named_by_a_type_in_it() => Assert.All(
        House.SourceFiles().Where(file => !file.StartsWith("services/Contracts/", StringComparison.Ordinal)
            && !file.StartsWith("AppHost/Local/Api/", StringComparison.Ordinal)
            && Path.GetFileName(file) is not ("Program.cs" or "AppHost.cs" or "Usings.cs")),
        file => Assert.Matches(
            $@"\b(class|record|struct|interface|enum) {Path.GetFileName(file).Split('.')[0]}\b", File.ReadAllText(Path.Combine(House.Root, file))));

    [Fact]
    public void A_service_starts_in_at_most_30_lines() =>
        Assert.All(House.ServiceNames.Select(name => $"services/{name}/Program.cs").Append("gateway/Program.cs"),
            program => Assert.InRange(File.ReadLines(Path.Combine(House.Root, program)).Count(), 1, 30));

    private static IEnumerable<(string File, int Lines)> Lengths() =>
        House.SourceFiles().Select(file => (file, File.ReadLines(Path.Combine(House.Root, file)).Count()));
}
