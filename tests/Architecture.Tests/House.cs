using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>The projects and files of the house, as the tests look at them.</summary>
internal static class House
{
    public static readonly string Root = FindRoot();

    public static readonly string[] ServiceNames = ["Identity", "Membership", "CaseReferral", "Reporting"];

    public static Assembly Assembly(string name) => System.Reflection.Assembly.Load(name);

    public static IEnumerable<Assembly> Services => ServiceNames.Select(Assembly);

    /// <summary>Hand-written C# files, relative to the root.</summary>
    public static IEnumerable<string> SourceFiles() => Files("*.cs");

    /// <summary>Projects, and what they all import.</summary>
    public static IEnumerable<string> ProjectFiles() => new[] { "*.csproj", "*.props", "*.targets" }.SelectMany(Files);

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations" or ".data"));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
