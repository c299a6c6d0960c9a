using ServiceDefaults.Storage;

namespace Membership.Differences;

/// <summary>Whose words a side's view is in: its own, or the core group's as it was dictated to.</summary>
public enum ViewSource { OwnWords, Dictated }

/// <summary>One of the agencies that differ, and how it sees it. Once anything is said, only the agency itself changes it.</summary>
public sealed class DifferenceSide : Entity
{
    private DifferenceSide()
    {
    }

    public Guid TaskForceId { get; private set; }
    public Guid DifferenceId { get; private set; }
    public Difference Difference { get; private set; } = null!;
    public Guid AgencyId { get; private set; }

    /// <summary>The side's own words. Read by it and by the core group.</summary>
    public string? View { get; private set; }

    public ViewSource? Source { get; private set; }
    public DateOnly? WrittenOn { get; private set; }

    internal static DifferenceSide Of(Difference difference, Guid agencyId) =>
        new() { TaskForceId = difference.TaskForceId, Difference = difference, DifferenceId = difference.Id, AgencyId = agencyId };

    public void Say(string view, DateOnly on) => (View, Source, WrittenOn) = (view, ViewSource.OwnWords, on);

    /// <summary>False, and nothing changes, where something was said: only the side changes that.</summary>
    public bool TakeDown(string view, DateOnly on)
    {
        if (View is not null) return false;

        (View, Source, WrittenOn) = (view, ViewSource.Dictated, on);
        return true;
    }
}
