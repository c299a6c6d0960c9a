using System.Reflection;
using ServiceDefaults.Storage;
using Xunit;

namespace Architecture.Tests;

/// <summary>Entities hold rules, and know nothing of how they are asked.</summary>
public sealed class EntityTests
{
    public static TheoryData<Type> Entities =>
        [.. House.Services.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Entity)) && !type.IsAbstract)];

    [Theory, MemberData(nameof(Entities))]
    public void An_entity_changes_only_through_its_verbs(Type entity) =>
        Assert.All(
            entity.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.SetMethod is not null && !IsInit(property.SetMethod)),
            property => Assert.False(property.SetMethod!.IsPublic, $"{entity.Name}.{property.Name} has a public setter"));

    [Theory, MemberData(nameof(Entities))]
    public void An_entity_knows_nothing_of_HTTP(Type entity) =>
        Assert.DoesNotContain(TypesIn(entity), type => type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true);

    /// <summary>Set once, when it is made.</summary>
    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<Type> TypesIn(Type entity)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return entity.GetFields(all).Select(field => field.FieldType)
            .Concat(entity.GetMethods(all).Select(method => method.ReturnType))
            .Concat(entity.GetMethods(all).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));
    }
}
