using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServiceDefaults.Http;

internal static class Utf8Bodies
{
    /// <summary>JSON is UTF-8 (RFC 8259, 8.1). The framework would recode other character sets, and fail on unknown ones.</summary>
    public static IApplicationBuilder UseOnlyUtf8(this IApplicationBuilder app) => app.Use((http, next) =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var sent)
        && sent.Charset is { HasValue: true } charset
        && (sent.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || sent.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && !HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Problems.Of(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(http)
            : next(http));
}
