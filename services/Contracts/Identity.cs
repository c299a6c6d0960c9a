namespace Contracts.Identity;

/// <summary>A client of the token service was removed: every service refuses its tokens within a minute. Stream <c>platform</c>.</summary>
/// <param name="ClientId">The removed client; equals the <c>sub</c> of its tokens.</param>
public sealed record ClientRemoved(string ClientId) : IEvent;
