namespace Identity.Clients;

internal static class Scope
{
    /// <summary>RFC 6749, 3.3.</summary>
    public static bool IsValid(string? scope) =>
        scope is { Length: >= 1 and <= 64 } && scope.All(c => c is > ' ' and <= '~' and not '"' and not '\\');
}
