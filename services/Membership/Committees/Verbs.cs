namespace Membership.Committees;

internal static class Verbs
{
    /// <summary>What may be done with one that ended: a work group whose time ran out may yet be completed, or get longer.</summary>
    public static string[] Of(Committee committee) =>
        committee.EndReason is null or CommitteeEndReason.TimeUp ? ["completion", "extension", "dissolution"] : [];
}
