namespace Contracts;

/// <summary>
/// A fact that leaves a service, in the past tense. Its name on the wire is the record's name in kebab case
/// (<c>referral-accepted</c>), its source the last part of its namespace (<c>Contracts.CaseReferral</c> is <c>case-referral</c>).
/// It holds ids, codes, numbers and days; never anything about a person (docs/adr and Architecture.Tests).
/// </summary>
public interface IEvent;

/// <summary>The version of an event's shape; 1 where not given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventVersionAttribute(int version) : Attribute
{
    public int Version { get; } = version;
}
