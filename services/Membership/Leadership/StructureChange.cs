using Contracts;
using Membership.Members;
using ServiceDefaults.Access;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

/// <summary>What changed in a task force's leadership or structure.</summary>
public enum StructureChangeKind
{
    ArrangementAdopted, ArrangementReviewed, PositionTaken, PositionPassedOn, PositionActing, PositionVacant, PositionEnded,
    CommitteeFormed, CommitteeChanged, CommitteeJoined, CommitteeLeft, CommitteeChairPassedOn, CommitteeChairVacant, WorkGroupExtended,
    WorkGroupCompleted, WorkGroupEnded, CommitteeDissolved,
}

/// <summary>When a line is written, and by whom; by nobody where a day came, and the platform noted it.</summary>
internal readonly record struct Written(DateTimeOffset At, ChangedBy? By)
{
    public static Written Of(Caller caller, TimeProvider time) => new(time.GetUtcNow(), ChangedBy.Of(caller));
}

/// <summary>A line of the minutes of change: written with the change itself, and never changed.</summary>
public sealed class StructureChange : Entity, IInOrder
{
    public const int WhyLength = 1000;

    private StructureChange()
    {
    }

    private StructureChange(Written written)
    {
        Place = PlaceInOrder.Next(written.At);
        (BySubject, ByRole, ByAgencyId, BySeatId) = (written.By?.Subject, written.By?.Role, written.By?.AgencyId, written.By?.SeatId);
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

    /// <summary>Where it stands in the minutes: later lines have higher numbers.</summary>
    public long Place { get; private set; }

    /// <summary>Whose deed it was, also where it only followed from one; none where nobody did anything, and a day came.</summary>
    public string? BySubject { get; private set; }

    public string? ByRole { get; private set; }
    public Guid? ByAgencyId { get; private set; }
    public Guid? BySeatId { get; private set; }

    internal static StructureChange Of(
        LeadershipArrangement arrangement, StructureChangeKind kind, DateOnly on, Written written, string? why, Guid? decisionId) => new(written)
    {
        Hub = arrangement.Hub, TaskForceId = arrangement.TaskForceId, Kind = kind, On = on, SubjectId = arrangement.Id, Why = why,
        DecisionId = decisionId,
    };

    internal static StructureChange Of(
        LeadershipPosition position, StructureChangeKind kind, DateOnly on, Written written, string? why = null, Guid? decisionId = null) => new(written)
    {
        Hub = position.Hub, TaskForceId = position.TaskForceId, Kind = kind, On = on, SubjectId = position.Id, Position = position.Kind,
        AgencyId = position.AgencyId, SeatId = position.SeatId, Why = why, DecisionId = decisionId,
    };

    internal static StructureChange Of(
        Committees.Committee committee, StructureChangeKind kind, DateOnly on, Written written, string? why = null, Guid? decisionId = null,
        Guid? agencyId = null, Guid? seatId = null) => new(written)
    {
        Hub = committee.Hub, TaskForceId = committee.TaskForceId, Kind = kind, On = on, SubjectId = committee.Id, AgencyId = agencyId,
        SeatId = seatId, Why = why, DecisionId = decisionId,
    };
}
