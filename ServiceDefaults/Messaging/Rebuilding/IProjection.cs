using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging.Rebuilding;

/// <summary>What a service derives from others' facts and nothing else, so that it can be emptied and read anew.</summary>
public interface IProjection
{
    /// <summary>Deletes all of its rows, within the caller's transaction.</summary>
    Task EmptyAsync(ServiceDb db, CancellationToken cancellationToken);
}
