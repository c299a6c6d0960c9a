namespace EndToEnd.Tests.Marked;

/// <summary>A value that is nobody's and occurs nowhere else, so that wherever it is found it came from where it was put.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Texts">Its notations.</param>
/// <param name="RestsIn">The one column that may hold it by design, as <c>membership.db/Seats.PersonName</c>; null: none.</param>
internal sealed record Mark(string Name, IReadOnlyList<string> Texts, string? RestsIn = null)
{
    public Mark(string name, string text, string? restsIn = null) : this(name, [text], restsIn) { }

    /// <summary>Where it is copied to by design: a change of a membership names its cause.</summary>
    public string? AlsoIn { get; init; }

    /// <summary>Only what its digest is may rest there.</summary>
    public bool RestsAsDigest { get; init; }

    public string Text => Texts[0];

    /// <summary>As what it may rest.</summary>
    public (string Encoding, string Bytes) Resting => Encodings.Of(Text).First(encoded => encoded.Name == (RestsAsDigest ? Encodings.Digest : Encodings.Plain));

    public string? File => RestsIn?.Split('/')[0];
}
