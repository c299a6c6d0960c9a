using System.Diagnostics;
using Identity.Clients;
using Identity.Tokens;

namespace Identity.Audit;

internal static class HttpAudit
{
    /// <summary>An entry about what this request did.</summary>
    public static AuditEntry Audit(
        this HttpContext http, AuditedAction action, TimeProvider time, Client? client,
        string? reason = null, AccessToken? token = null, string? actor = null, string? keyId = null) =>
        new(action, time.GetUtcNow())
        {
            ClientId = client?.ClientId,
            Hub = client?.Hub,
            Actor = actor,
            Reason = reason,
            Remote = http.Remote(),
            TokenId = token?.TokenId,
            KeyId = token?.KeyId ?? keyId,
            RequestId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier,
        };

    /// <summary>The caller's address, as the last trusted proxy saw it.</summary>
    public static string Remote(this HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
