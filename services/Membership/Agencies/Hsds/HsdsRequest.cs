using System.Text;
using Microsoft.Net.Http.Headers;

namespace Membership.Agencies.Hsds;

/// <summary>The forms in which HSDS is sent.</summary>
internal static class HsdsRequest
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Zip = "application/zip";

    public static bool IsRead(MediaTypeHeaderValue mediaType) => Is(mediaType, Json) || Is(mediaType, Csv) || Is(mediaType, Zip);

    public static async Task<HsdsTables> ReadAsync(HttpRequest request, MediaTypeHeaderValue mediaType, HsdsReport report, CancellationToken cancellationToken)
    {
        if (Is(mediaType, Zip))
        {
            using var zip = new MemoryStream();
            await request.Body.CopyToAsync(zip, cancellationToken);
            zip.Position = 0;
            return HsdsZip.Read(zip, report);
        }

        if (mediaType.Charset.HasValue && !mediaType.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("The file must be UTF-8.");

        // Strict, and no other encoding by its byte order mark; UTF-8's own mark is passed over.
        using var reader = new StreamReader(request.Body, new UTF8Encoding(true, throwOnInvalidBytes: true), false);
        try
        {
            var text = await reader.ReadToEndAsync(cancellationToken);
            return Is(mediaType, Csv) ? HsdsCsv.Read(text, report) : HsdsJson.Read(text, report);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("The file is not UTF-8.");
        }
    }

    private static bool Is(MediaTypeHeaderValue mediaType, string type) => mediaType.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
