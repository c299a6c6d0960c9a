namespace ServiceDefaults.Audit;

/// <summary>
/// Who is at what, for the audit of what it changes: a request of a known caller, a worker's turn, a run of another
/// service's facts. It goes along with the asynchronous flow, so no use case has to think of it.
/// </summary>
/// <param name="Action">Method and route, or the work's name; never an address as it was sent.</param>
/// <param name="Hub">Whose chain it belongs in; where null, that of what is changed.</param>
/// <param name="ResourceId">What the route names most exactly.</param>
/// <param name="Collection">What a POST adds to, as its route calls it.</param>
public sealed record Undertaking(Actor Actor, string Action, string? Hub = null, Guid? ResourceId = null, string? Collection = null)
{
    private static readonly AsyncLocal<Func<Undertaking?>?> Flow = new();

    /// <summary>Null where nobody known is at anything.</summary>
    public static Undertaking? Current => Flow.Value?.Invoke();

    /// <summary>From here to the end of the calling asynchronous method, and in all that it calls.</summary>
    public static void Begin(Undertaking undertaking) => Flow.Value = () => undertaking;

    /// <summary>The same, where it is not known yet who asks and for what.</summary>
    internal static void Begin(Func<Undertaking?> undertaking) => Flow.Value = undertaking;

    /// <summary>What the platform does by itself.</summary>
    public static Undertaking OfPlatform(string service, string work) => new(Actor.OfPlatform(service, work), work);
}
