namespace ServiceDefaults.Audit;

/// <summary>Where one hub's chain ends. Its row is the lock under which the chain grows.</summary>
public sealed class AuditHead
{
    public required string Hub { get; init; }

    public long Number { get; private set; }

    /// <summary>The hash of the last entry; empty before the first.</summary>
    public string Hash { get; private set; } = "";

    internal void MoveTo(AuditEntry entry) => (Number, Hash) = (entry.Number, entry.Hash);
}
