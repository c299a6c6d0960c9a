using Contracts;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

/// <summary>What changed in a task force's leadership or structure.</summary>
public enum StructureChangeKind
{
    ArrangementAdopted, ArrangementReviewed, PositionTaken, PositionPassedOn, PositionActing, PositionVacant, PositionEnded,
    CommitteeFormed, CommitteeChanged, CommitteeJoined, CommitteeLeft, CommitteeChairPassedOn, CommitteeChairVacant, WorkGroupExtended,
    WorkGroupCompleted, WorkGroupEnded, CommitteeDissolved,
}

/// <summary>A line of the minutes of change: written with the change itself, and never changed.</summary>
public sealed class StructureChange : Entity
{
    public const int WhyLength = 1000;

    private StructureChange()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public StructureChangeKind Kind { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The arrangement, position or committee.</summary>
    public Guid SubjectId { get; private set; }

    public LeadershipPositionKind? Position { get; private set; }
    public Guid? AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }

    /// <summary>In the words of whoever recorded it; none where it followed from something else, such as a seat's end.</summary>
    public string? Why { get; private set; }

    public Guid? DecisionId { get; private set; }

    internal static StructureChange Of(LeadershipArrangement arrangement, StructureChangeKind kind, DateOnly on, string? why, Guid? decisionId) => new()
    {
        Hub = arrangement.Hub, TaskForceId = arrangement.TaskForceId, Kind = kind, On = on, SubjectId = arrangement.Id, Why = why,
        DecisionId = decisionId,
    };

    internal static StructureChange Of(
        LeadershipPosition position, StructureChangeKind kind, DateOnly on, string? why = null, Guid? decisionId = null) => new()
    {
        Hub = position.Hub, TaskForceId = position.TaskForceId, Kind = kind, On = on, SubjectId = position.Id, Position = position.Kind,
        AgencyId = position.AgencyId, SeatId = position.SeatId, Why = why, DecisionId = decisionId,
    };

    internal static StructureChange Of(
        Committees.Committee committee, StructureChangeKind kind, DateOnly on, string? why = null, Guid? decisionId = null,
        Guid? agencyId = null, Guid? seatId = null) => new()
    {
        Hub = committee.Hub, TaskForceId = committee.TaskForceId, Kind = kind, On = on, SubjectId = committee.Id, AgencyId = agencyId,
        SeatId = seatId, Why = why, DecisionId = decisionId,
    };
}
