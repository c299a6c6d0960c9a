namespace Identity.Tokens;

internal static class TokenForm
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>
    /// The request's form; null where it is none, repeats a parameter (RFC 6749, 3.2), or comes with a query, where
    /// credentials would end up in every proxy's log.
    /// </summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (request.QueryString.HasValue || !Form.Equals(type, StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.All(parameter => parameter.Value.Count == 1) ? form : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
