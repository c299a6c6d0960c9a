using Membership.Agencies.Cards;
using Membership.Pulse;
using Membership.Seats;

namespace Membership.Audit;

/// <summary>
/// What the audit must not tell of, by whom and when it was changed, or that it was there (docs/adr/0014). Whatever is
/// here breaks a promise when it is told; or is nothing of its own.
/// </summary>
internal static class NeverAudited
{
    public static readonly IReadOnlySet<Type> Types = new HashSet<Type>
    {
        // "Nothing of it remains", and an audit is for ever.
        typeof(SurvivorStatus),

        // Of a token that was given, there is no time; of an answer, nobody; and both are forgotten when the round has closed.
        typeof(PulseTokenGiven), typeof(PulseTokenUsed), typeof(PulseTally),

        // Follow from names, which are told of.
        typeof(AgencyNameWord), typeof(SeatNameWord),
    };
}
