using System.Text.Json;

namespace ServiceDefaults.Http;

/// <summary>Our own converters' refusal: its text may be shown. The serializer adds the path.</summary>
internal sealed class BodyFieldException : JsonException
{
    public BodyFieldException(string shown, string? member = null)
        : base(null, null, null, null)
    {
        Shown = shown;
        Member = member;
    }

    public string Shown { get; }

    /// <summary>The member below the path, where the serializer knows only its parent.</summary>
    public string? Member { get; }
}
