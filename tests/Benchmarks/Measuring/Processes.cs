using System.Globalization;
using System.Text;

namespace Benchmarks.Measuring;

/// <summary>The platform's processes, as the kernel sees them.</summary>
internal static class Processes
{
    /// <summary>Every .NET process below AppHost: its assembly's name, its resident memory in MiB, and the part that no other process shares.</summary>
    public static IReadOnlyList<(string Name, double Resident, double Own)> ResidentOf(int appHost) =>
    [
        .. Below(appHost).Select(id => (Assembly: AssemblyOf(id), Id: id)).Where(process => process.Assembly is not null)
            .Select(process => (process.Assembly!, Resident(process.Id), Own(process.Id))),
    ];

    /// <summary>Processor time used so far, in milliseconds: the platform's processes by name, and our own that makes the load.</summary>
    public static IReadOnlyDictionary<string, double> ProcessorTimeOf(int appHost) => Below(appHost)
        .Select(id => (Name: AssemblyOf(id) ?? (NameOf(id) == "beam.smp" ? "RabbitMQ" : null), Id: id)).Where(process => process.Name is not null)
        .Append((Name: (string?)"load", Id: Environment.ProcessId))
        .GroupBy(process => process.Name!, process => Ticks(process.Id) * 10).ToDictionary(group => group.Key, group => group.Sum());

    /// <summary>The broker's virtual machine.</summary>
    public static int Broker(int appHost) => Below(appHost).Single(id => NameOf(id) == "beam.smp");

    private static List<int> Below(int parent)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? id : 0)
            .Where(id => id > 0).Select(id => (Id: id, Parent: ParentOf(id))).ToLookup(process => process.Parent, process => process.Id);
        var found = new List<int>();
        var open = new Queue<int>([parent]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in parents[next])
            {
                found.Add(child);
                open.Enqueue(child);
            }
        }

        return found;
    }

    private static string? AssemblyOf(int id)
    {
        var arguments = Encoding.UTF8.GetString(Read($"/proc/{id}/cmdline")).Split('\0');
        return NameOf(id) is "dotnet" or ".NET Host" && Array.Find(arguments, argument => argument.EndsWith(".dll", StringComparison.Ordinal)) is { } dll
            ? Path.GetFileNameWithoutExtension(dll)
            : null;
    }

    private static string NameOf(int id) => Encoding.UTF8.GetString(Read($"/proc/{id}/comm")).Trim();

    private static int ParentOf(int id) => int.TryParse(Status(id, "PPid:"), CultureInfo.InvariantCulture, out var parent) ? parent : 0;

    private static double Resident(int id) => double.Parse(Status(id, "VmRSS:").Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    private static double Own(int id) => Encoding.UTF8.GetString(Read($"/proc/{id}/smaps_rollup")).Split('\n')
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;

    /// <summary>User and system time, in hundredths of a second.</summary>
    private static double Ticks(int id)
    {
        var line = Encoding.UTF8.GetString(Read($"/proc/{id}/stat"));
        var fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries); // the name may hold spaces
        return fields.Length < 13 ? 0 : double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private static string Status(int id, string key) => Encoding.UTF8.GetString(Read($"/proc/{id}/status")).Split('\n')
        .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim() ?? "";

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (IOException)
        {
            return []; // it has ended meanwhile
        }
    }
}
