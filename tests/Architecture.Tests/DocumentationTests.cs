using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Architecture.Tests;

/// <summary>What crosses a boundary says what it means.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("Contracts")]
    [InlineData("ServiceDefaults")]
    public void Every_public_type_is_documented(string assembly)
    {
        var documented = XDocument.Load(Path.ChangeExtension(House.Assembly(assembly).Location, ".xml"))
            .Descendants("member").Where(member => member.Element("summary") is not null)
            .Select(member => (string)member.Attribute("name")!).ToHashSet();
        var types = House.Assembly(assembly).GetExportedTypes().Where(type => !type.IsNested);
        Assert.Empty(types.Where(type => !documented.Contains($"T:{type.FullName}") && !IsExtensions(type)).Select(type => type.FullName));
    }

    /// <summary>A class of extension methods documents its methods instead.</summary>
    private static bool IsExtensions(Type type) => type is { IsAbstract: true, IsSealed: true }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)));
}
