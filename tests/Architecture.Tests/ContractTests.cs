using System.Reflection;
using Contracts;
using ServiceDefaults.Messaging;
using Xunit;

namespace Architecture.Tests;

/// <summary>What may be in an event: ids, codes, numbers and days; nothing about a person (release-of-information, rules 15 and 18).</summary>
public sealed class ContractTests
{
    /// <summary>Free text that names an organization or a place on the map of the platform, never a person.</summary>
    private static readonly HashSet<string> AllowedText =
    [
        "HubEstablished.HubCode", "HubEstablished.HubName", "TaskForceFormed.HubCode", "TaskForceFormed.TaskForceName",
        "TaskForceChanged.HubCode", "TaskForceChanged.TaskForceName", // a task force's name is in the hub's open directory
        "AgencyListed.HubCode", "AgencyListed.AgencyName", "ClientRemoved.ClientId",
        "AgencyCardChanged.Languages", "AgencyCardChanged.Areas", "AgencyCardChanged.TimeZone", // codes, checked where they are taken
    ];

    /// <summary>
    /// Outreach is still to come. What it will tell is laid down before it, for Membership already follows it: who was
    /// trained counts for readiness and for commitments.
    /// </summary>
    private static readonly string[] Publishers = ["identity", "membership", "case-referral", "outreach"];

    private static readonly HashSet<Type> AllowedTypes = [typeof(Guid), typeof(DateOnly), typeof(bool), typeof(int), typeof(long), typeof(decimal)];

    public static TheoryData<Type> Events => [.. EventTypes()];

    private static IEnumerable<Type> EventTypes() =>
        typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && type is { IsClass: true, IsAbstract: false });

    [Theory, MemberData(nameof(Events))]
    public void An_event_carries_no_text_but_what_is_allowed_by_name(Type fact) => Assert.All(Properties(fact), property =>
    {
        var type = Bare(property.PropertyType);
        var allowed = type.IsEnum || AllowedTypes.Contains(type) || (type == typeof(string) && AllowedText.Contains($"{fact.Name}.{property.Name}"));
        Assert.True(allowed, $"{fact.Name}.{property.Name} is a {type.Name}: an event may carry ids, codes, numbers and days only");
    });

    [Theory, MemberData(nameof(Events))]
    public void An_event_tells_no_hour(Type fact) =>
        Assert.DoesNotContain(Properties(fact), property => Bare(property.PropertyType) == typeof(DateTime) || Bare(property.PropertyType) == typeof(DateTimeOffset)
            || Bare(property.PropertyType) == typeof(TimeOnly));

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_a_sealed_record_in_the_past_tense_of_a_known_service(Type fact)
    {
        Assert.True(fact.IsSealed && fact.GetMethod("<Clone>$") is not null, $"{fact.Name} is not a sealed record");
        Assert.False(fact.Name.EndsWith("Event", StringComparison.Ordinal), $"{fact.Name}: no suffix");
        Assert.Contains(EventName.ServiceOf(fact), Publishers);
    }

    [Fact]
    public void No_two_events_share_a_name_on_the_wire()
    {
        var names = EventTypes().Select(type => (EventName.ServiceOf(type), EventName.Of(type), EventName.VersionOf(type))).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    /// <summary>With those of the records that it is made of; such a record stands for them.</summary>
    private static IEnumerable<PropertyInfo> Properties(Type fact) =>
        fact.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract")
            .SelectMany(property => IsPart(Bare(property.PropertyType)) ? Properties(Bare(property.PropertyType)) : [property]);

    private static bool IsPart(Type type) => type is { IsClass: true, IsSealed: true } && type.Assembly == typeof(IEvent).Assembly;

    private static Type Bare(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
    }
}
