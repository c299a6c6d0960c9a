using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Identity.Clients;

/// <summary>
/// Answers that hold a secret. Kept for an Idempotency-Key they are sealed with that key, which is not stored: so they are as
/// safe as the key is hard to guess (docs/adr/0004).
/// </summary>
internal static class SecretAnswers
{
    private const string Header = "Idempotency-Key";
    private const int Shortest = 22; // 128 bits, in base64url

    public static ProblemHttpResult? Check(HttpContext http) =>
        http.Request.Headers.TryGetValue(Header, out var key) && key.ToString().Trim('"').Length < Shortest
            ? Problems.Invalid(Header, $"This answer holds a secret: send a random key of at least {Shortest} characters, such as a UUID.")
            : null;

    public static void NotToBeStored(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
