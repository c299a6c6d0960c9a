using System.Text.RegularExpressions;
using Attack.Tests.Platform;
using ServiceDefaults.Access;

namespace Attack.Tests.Access;

/// <summary>A row of one of the tables in <c>Decisions/</c>.</summary>
/// <param name="May">The roles that come in; none where anybody does, and where no role opens it.</param>
/// <param name="Others">What all other roles get.</param>
public sealed record Decision(
    string Service, string Method, string Pattern, IReadOnlyList<string> May, bool Anybody,
    string Others, string OtherAgency, string OtherHub, string OtherTaskForce)
{
    private static readonly string[] Words = ["403", "404", "own", "shared", "unnamed", "lets in", "-"];

    public string Route => $"{Service} {Method} {Pattern}";

    /// <summary>The table, a row for each service where it says <c>each</c>.</summary>
    public static IReadOnlyList<Decision> ReadAll(IEnumerable<string> services)
    {
        var rows = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Access", "Decisions"), "*.md").SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith('|') && !Regex.IsMatch(line, @"^\|[-|]+\|$"))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        var groups = rows.Where(row => row.Length == 2).ToDictionary(row => row[0], row => row[1]);
        return
        [
            .. from row in rows
               where row.Length == 7 && row[0] != "Service"
               from service in row[0] == "each" ? services : [row[0]]
               select Of(service, row, groups),
        ];
    }

    /// <summary>A pattern without what is told apart by its parameters' types.</summary>
    public static string Shape(string pattern) => "/" + Regex.Replace(pattern.Trim('/'), @"\{(\w+):\w+\}", "{$1}");

    private static Decision Of(string service, string[] row, Dictionary<string, string> groups)
    {
        var route = row[1].Split(' ', 2);
        var may = row[2].Split(',', StringSplitOptions.TrimEntries)
            .SelectMany(name => name is "anybody" or "nobody" ? [] : name is "everybody" ? Roles.All : groups.TryGetValue(name, out var group) ? group.Split(',', StringSplitOptions.TrimEntries) : [name])
            .ToList();
        Assert.Empty(may.Except(Roles.All));
        Assert.Empty(row[3..].Except(Words));
        return new Decision(service, route[0], route[1], may, row[2] == "anybody", row[3], row[4], row[5], row[6]);
    }

    /// <summary>What somebody of this role gets who stands elsewhere.</summary>
    public IEnumerable<(Place From, string Expected)> Elsewhere(AttackedPlatform platform, string role)
    {
        if (Place.HasAgency(role)) yield return (platform.OtherAgency, OtherAgency);
        if (Place.HasHub(role)) yield return (platform.OtherHub, OtherHub);
        if (Place.HasTaskForceAlone(role)) yield return (platform.OtherTaskForce, OtherTaskForce);
    }
}
