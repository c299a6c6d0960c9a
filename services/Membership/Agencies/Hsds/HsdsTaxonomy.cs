using System.Security.Cryptography;
using System.Text;

namespace Membership.Agencies.Hsds;

/// <summary>The platform's code lists as taxonomies, and the ids of what has none of its own here.</summary>
internal static class HsdsTaxonomy
{
    public const string AgencyType = "urn:fourth-p:agency-type";
    public const string AgencyClass = "urn:fourth-p:agency-class";
    public const string ServiceType = "urn:fourth-p:service-type";
    public const string AgeBand = "urn:fourth-p:age-band";
    public const string Gender = "urn:fourth-p:gender";
    public const string Citizenship = "urn:fourth-p:citizenship-limit";

    /// <summary>On a schedule: HSDS has only an offset for it, which is wrong for half of the year.</summary>
    public const string TimeZone = "time-zone";

    /// <summary>The same for the same thing, every time: a UUID of version 8.</summary>
    public static Guid IdOf(Guid parent, string part)
    {
        var hash = SHA256.HashData([.. parent.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
