namespace ServiceDefaults.Storage;

/// <summary>What is listed in the order in which it happened, which ids do not tell (ADR 6).</summary>
public interface IInOrder
{
    /// <summary>Later ones have higher numbers; among equals the id decides.</summary>
    long Place { get; }
}
