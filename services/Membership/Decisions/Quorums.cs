using Contracts;

namespace Membership.Decisions;

/// <summary>
/// When a decision counts, and when it is carried. More than half of those entitled must take part. A vote, and the core
/// group, carry by more yes than no; a consensus, where nobody says no or objects and somebody says yes.
/// </summary>
internal static class Quorums
{
    public static int Of(int entitled) => (entitled / 2) + 1;

    public static DecisionResult Result(DecisionMethod method, int quorum, IReadOnlyCollection<Ballot> ballots)
    {
        if (ballots.Count < quorum) return DecisionResult.NoQuorum;

        var yes = ballots.Count(ballot => ballot.Choice == BallotChoice.Yes);
        var against = ballots.Count(ballot => ballot.Choice is BallotChoice.No or BallotChoice.Object);
        var carried = method == DecisionMethod.Consensus ? yes > 0 && against == 0 : yes > against;
        return carried ? DecisionResult.Carried : DecisionResult.Rejected;
    }
}
