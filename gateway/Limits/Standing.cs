namespace Gateway.Limits;

/// <summary>How a client stands after a request.</summary>
/// <param name="Allowed">Whether the request was within the quota.</param>
/// <param name="Remaining">Requests that are left.</param>
/// <param name="Reset">Whole seconds until the quota begins anew; never 0.</param>
public readonly record struct Standing(bool Allowed, int Remaining, int Reset);
