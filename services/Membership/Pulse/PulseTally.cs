using System.Security.Cryptography;
using System.Text.Json;
using ServiceDefaults.Storage;

namespace Membership.Pulse;

/// <summary>What one member answers: five scales from 1 to 5, and a comment where they wish.</summary>
public sealed record PulseScales(int Trust, int Candor, int Commitment, int Accountability, int Results);

/// <summary>
/// All that is kept of a round's answers: how many, the sum of each scale, and the comments in an order that says nothing.
/// There is no row for an answer, so there is nothing that could be connected with whoever gave it.
/// </summary>
/// <remarks>Apart from <see cref="PulseRound"/>, whose version everybody sees: it would count the answers as they come.</remarks>
public sealed class PulseTally : Entity
{
    public const int CommentLength = 1000;

    private PulseTally()
    {
    }

    public Guid RoundId { get; private set; }
    public int Answers { get; private set; }
    public int Trust { get; private set; }
    public int Candor { get; private set; }
    public int Commitment { get; private set; }
    public int Accountability { get; private set; }
    public int Results { get; private set; }

    /// <summary>One text with all of them, written anew with each: rows of their own would lie in the order of their coming.</summary>
    public string CommentsJson { get; private set; } = "[]";

    public IReadOnlyList<string> Comments => JsonSerializer.Deserialize<List<string>>(CommentsJson)!;

    internal static PulseTally Of(PulseRound round) => new() { RoundId = round.Id };

    public void Add(PulseScales scales, string? comment)
    {
        Answers++;
        (Trust, Candor) = (Trust + scales.Trust, Candor + scales.Candor);
        (Commitment, Accountability, Results) =
            (Commitment + scales.Commitment, Accountability + scales.Accountability, Results + scales.Results);
        if (comment is null) return;

        var comments = Comments.Append(comment).ToArray();
        RandomNumberGenerator.Shuffle(comments.AsSpan());
        CommentsJson = JsonSerializer.Serialize(comments);
    }
}
