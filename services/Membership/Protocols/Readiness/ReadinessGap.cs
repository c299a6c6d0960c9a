using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.Protocols.Readiness;

/// <summary>How a gap ended: it was cured, or the protocol names the agency or person no longer.</summary>
public enum GapEnd { Cured, NoLongerNamed }

/// <summary>
/// Why somebody whom an adopted protocol names is not ready, since when, and until when. It stays the same row from
/// version to version: a missing agreement is as old as it is.
/// </summary>
public sealed class ReadinessGap : Entity
{
    private ReadinessGap()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid ProtocolId { get; private set; }

    /// <summary>The last version that had it.</summary>
    public int VersionNumber { get; private set; }

    public ReadinessGapKind Kind { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid? SeatId { get; private set; }

    /// <summary>The seat or, where it is the agency's own gap, the agency: of these one gap of a kind is open at a time.</summary>
    public Guid SubjectId { get; private set; }

    public DateOnly Since { get; private set; }
    public DateOnly? CuredOn { get; private set; }
    public GapEnd? End { get; private set; }

    internal Finding Finding => new(Kind, AgencyId, SeatId);

    internal static ReadinessGap Open(ProtocolVersion version, Finding found, DateOnly today)
    {
        var gap = new ReadinessGap
        {
            Hub = version.Hub, TaskForceId = version.TaskForceId, ProtocolId = version.ProtocolId, VersionNumber = version.Number,
            Kind = found.Kind, AgencyId = found.AgencyId, SeatId = found.SeatId, SubjectId = found.SeatId ?? found.AgencyId, Since = today,
        };
        gap.Record(
            new ReadinessGapOpened(gap.Id, gap.ProtocolId, gap.TaskForceId, gap.AgencyId, gap.SeatId, gap.Kind, today), gap.Hub, gap.TaskForceId);
        return gap;
    }

    internal void StillIn(ProtocolVersion version) => VersionNumber = version.Number;

    internal void Close(GapEnd how, DateOnly today)
    {
        if (CuredOn is not null) return;

        (CuredOn, End) = (today, how);
        Record(new ReadinessGapCured(Id, ProtocolId, TaskForceId, AgencyId, SeatId, Kind, today), Hub, TaskForceId);
    }
}

/// <summary>What was found missing.</summary>
internal readonly record struct Finding(ReadinessGapKind Kind, Guid AgencyId, Guid? SeatId);
