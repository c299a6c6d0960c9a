namespace Identity.Clients;

internal static class Scope
{
    /// <summary>RFC 6749, 3.3: visible ASCII without quotes and backslashes.</summary>
    public const string Form = @"^[!#-\[\]-~]{1,64}$";

    public static bool IsValid(string? scope) =>
        scope is { Length: >= 1 and <= 64 } && scope.All(c => c is > ' ' and <= '~' and not '"' and not '\\');
}
