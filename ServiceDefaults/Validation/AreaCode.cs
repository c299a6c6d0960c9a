namespace ServiceDefaults.Validation;

/// <summary>Where, as a code: a country (<c>US</c>), its part (<c>US-CA</c>, ISO 3166-2) or a county of the United States (<c>06075</c>, FIPS).</summary>
public static class AreaCode
{
    /// <summary>No wider: a birth date, a telephone or a name in capitals must not fit.</summary>
    public const string Pattern = "^([A-Z]{2}(-[A-Z0-9]{1,3})?|[0-9]{5})$";

    public const int Length = 6;

    private static readonly Dictionary<string, string> StateOfCounty = """
        01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN
        28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA
        54WV 55WI 56WY 60AS 66GU 69MP 72PR 78VI
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToDictionary(state => state[..2], state => $"US-{state[2..]}", StringComparer.Ordinal);

    /// <summary>The area itself and the wider ones it lies in: <c>06075</c> lies in <c>US-CA</c>, and that in <c>US</c>.</summary>
    public static IReadOnlyList<string> Around(string area)
    {
        if (char.IsAsciiDigit(area[0])) return StateOfCounty.TryGetValue(area[..2], out var state) ? [area, state, "US"] : [area, "US"];
        return area.Length > 2 ? [area, area[..2]] : [area];
    }
}
