using System.Buffers.Text;
using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace ServiceDefaults.Http;

/// <summary>Which part of a list is wanted. Bind it with <c>[AsParameters]</c>.</summary>
public sealed record Page
{
    public const int Default = 50;
    public const int Most = 200;

    /// <summary>The cursor of the previous page's <c>Link: rel="next"</c>; nothing for the first page.</summary>
    [FromQuery(Name = "after"), Description("Cursor from the previous page's Link; omit for the first page.")]
    public string? After { get; init; }

    /// <summary>How many, 1 to 200; 50 where not given.</summary>
    [FromQuery(Name = "take"), Description("How many, 1 to 200.")]
    public int? Take { get; init; }

    internal int Size => Take switch
    {
        null => Default,
        >= 1 and <= Most => Take.Value,
        _ => throw new InvalidRequestException("take", $"Ask for 1 to {Most}."),
    };

    internal Guid? Last
    {
        get
        {
            if (string.IsNullOrEmpty(After))
                return null;
            Span<byte> bytes = stackalloc byte[32];
            // Asked first whether it is one: where it is none, trying throws at some and not at others.
            return After.Length <= 32 && Base64Url.IsValid(After) && Base64Url.TryDecodeFromChars(After, bytes, out var length) && length == 16
                ? new Guid(bytes[..16])
                : throw new InvalidRequestException("after", "Use the cursor from a Link of this list, unchanged.");
        }
    }

    internal static string Cursor(Guid last) => Base64Url.EncodeToString(last.ToByteArray());
}
