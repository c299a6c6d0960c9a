using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>The names of events and of their services on the wire, taken from the records in Contracts.</summary>
public static class EventName
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary><c>ReferralAccepted</c> is <c>referral-accepted</c>.</summary>
    public static string Of(Type eventType) => Names.GetOrAdd(eventType, type => Kebab(type.Name));

    /// <summary><c>Contracts.CaseReferral.ReferralAccepted</c> comes from <c>case-referral</c>.</summary>
    public static string ServiceOf(Type eventType) => Kebab(eventType.Namespace!.Split('.')[^1]);

    public static int VersionOf(Type eventType) => eventType.GetCustomAttribute<EventVersionAttribute>()?.Version ?? 1;

    /// <summary><c>AgreementWatch</c> is <c>agreement-watch</c>.</summary>
    internal static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
