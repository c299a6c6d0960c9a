using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServiceDefaults.OpenApi;

/// <summary>
/// The summaries that the compiler wrote beside each assembly. The framework's own generator sees only the project that
/// calls AddOpenApi, and that is this one for all services.
/// </summary>
internal static partial class XmlSummaries
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Read = new();

    public static string? Of(MethodInfo method) =>
        Member(method.Module.Assembly, $"M:{NameOf(method.DeclaringType!)}.{method.Name}") is { } member ? Text(member.Element("summary")) : null;

    public static string? Of(Type type) =>
        Member(type.Assembly, $"T:{NameOf(type)}") is { } member ? Text(member.Element("summary")) : null;

    /// <summary>A property's own summary, or its parameter's in the record's declaration.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        if (Member(type.Assembly, $"P:{NameOf(type)}.{property.Name}") is { } own && Text(own.Element("summary")) is { } summary)
            return summary;
        return Text(Member(type.Assembly, $"T:{NameOf(type)}")?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == property.Name));
    }

    private static XElement? Member(Assembly assembly, string name) => Read.GetOrAdd(assembly, Load).GetValueOrDefault(name);

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member")
                // Endpoints are not overloaded: the name without its parameters is enough.
                .GroupBy(member => ((string)member.Attribute("name")!).Split('(')[0])
                .ToDictionary(members => members.Key, members => members.First(), StringComparer.Ordinal)
            : [];
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        foreach (var reference in element.Descendants().Where(inner => inner.Attribute("cref") is not null).ToList())
            reference.ReplaceWith(((string)reference.Attribute("cref")!).Split('.')[^1]);
        var text = Space().Replace(element.Value, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
