namespace Gateway.Edge;

/// <summary>
/// What a request's header fields may come to: less than a service takes, so that what the gateway adds still fits.
/// Beyond Kestrel's own limits, which stand far above these, the answer is bare.
/// </summary>
public static class HeadLimit
{
    public const int MostFields = 48;
    public const int MostBytes = 12 * 1024;

    public static bool Fits(IHeaderDictionary headers)
    {
        var (fields, bytes) = (0, 0);
        foreach (var (name, values) in headers)
        {
            fields += values.Count;
            foreach (var value in values)
                bytes += name.Length + (value?.Length ?? 0);
        }

        return fields <= MostFields && bytes <= MostBytes;
    }
}
