using System.Text.Json.Nodes;

namespace Attack.Tests.Requests;

/// <summary>What a valid request needs besides its schema.</summary>
/// <param name="Role">Who may send it; null where it is sent without a token.</param>
public sealed record Sample(string? Role)
{
    /// <summary>The seat in which it is sent, where only that opens it.</summary>
    public Guid? Seat { get; init; }

    /// <summary>The agency for which it is sent, where it is not the one at home.</summary>
    public Guid? Agency { get; init; }

    /// <summary>With a token that names no task force, where what is done ends those that do.</summary>
    public bool NamesNoTaskForce { get; init; }

    /// <summary>The same of what is theirs, where whoever asks may speak for their own agency alone.</summary>
    public Sample? Theirs { get; init; }

    /// <summary>Real ids, by the names of the path's parameters; and by other names those that an answer holds.</summary>
    public Dictionary<string, string> Path { get; init; } = [];

    public string Query { get; init; } = "";

    /// <summary>Values of the body that its schema cannot tell.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>Of these others, where whoever asks may speak for their own agency alone.</summary>
    public JsonObject? OfTheirOwn { get; init; }

    /// <summary>The whole body, where the description calls it a file.</summary>
    public JsonObject? File { get; init; }

    /// <summary>The whole body, where it is no JSON.</summary>
    public (string Type, byte[] Bytes)? Document { get; init; }
}
