using System.Security.Cryptography;

namespace CaseReferral.Clients;

/// <summary>
/// The pseudonym under which a provider speaks of its client, such as <c>K7QD-3MXR-9TPH</c>: pure chance, about 53 bits,
/// derived from nothing.
/// </summary>
internal static class ClientCode
{
    /// <summary>Neither lookalikes (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V) nor vowels, so that no word comes out.</summary>
    private const string Alphabet = "34679CDFGHJKMNPQRTVWXY";

    public static string New() =>
        $"{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}";
}
