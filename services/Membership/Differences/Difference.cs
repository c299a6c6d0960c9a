using Contracts;
using Contracts.Membership;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Differences;

public enum DifferenceState { Open, Closed }

/// <summary>
/// Agencies that differ, for the core group to work on. What it is about stays with the core group; each side knows what
/// it was asked and what it said itself, and nobody else that there is anything.
/// </summary>
public sealed class Difference : Entity
{
    public const int QuestionLength = 1000;
    public const int ViewLength = 4000;
    public const int MostSides = 20;
    public const int MostSteps = 200;

    private readonly List<DifferenceStep> steps = [];

    private Difference()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public DifferenceKind Kind { get; private set; }

    /// <summary>What each side is asked to say its view of; the sides read it too.</summary>
    public string Question { get; private set; } = "";

    public DateOnly LoggedOn { get; private set; }

    /// <summary>The day of its entry, which may be later than that for which it was logged: what is counted, is counted by it.</summary>
    public DateOnly EnteredOn { get; private set; }

    public IReadOnlyList<DifferenceStep> Steps => steps;
    public DifferenceOutcome? Outcome { get; private set; }
    public string? OutcomeInWords { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day on which its closing was entered.</summary>
    public DateOnly? ClosingEnteredOn { get; private set; }

    public DifferenceState State => ClosedOn is null ? DifferenceState.Open : DifferenceState.Closed;

    internal static Difference Log(TaskForce taskForce, DifferenceKind kind, string question, DateOnly on, DateOnly today)
    {
        var difference = new Difference
        {
            Hub = taskForce.Hub, TaskForceId = taskForce.Id, Kind = kind, Question = question, LoggedOn = on, EnteredOn = today,
        };
        difference.Record(new DifferenceLogged(taskForce.Id, kind, on), taskForce.Hub, taskForce.Id);
        return difference;
    }

    /// <summary>False, and nothing changes, where it is closed or has as many as it may.</summary>
    public bool Take(string step, DateOnly on)
    {
        if (State == DifferenceState.Closed || steps.Count == MostSteps) return false;

        steps.Add(new DifferenceStep { Number = steps.Count + 1, On = on, What = step });
        LastStepOn = LastStepOn > on ? LastStepOn : on;
        StepsTaken = steps.Count;
        return true;
    }

    public DateOnly? LastStepOn { get; private set; }

    /// <summary>A stored number, so that every step raises the version.</summary>
    public int StepsTaken { get; private set; }

    /// <summary>False, and nothing changes, where it is closed.</summary>
    public bool Close(DifferenceOutcome outcome, string inWords, DateOnly on, DateOnly today)
    {
        if (State == DifferenceState.Closed) return false;

        (Outcome, OutcomeInWords, ClosedOn, ClosingEnteredOn) = (outcome, inWords, on, today);
        Record(new DifferenceClosed(TaskForceId, Kind, outcome, on), Hub, TaskForceId);
        return true;
    }
}

/// <summary>What was done about a difference, and when.</summary>
public sealed class DifferenceStep
{
    public required int Number { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>In the core group's words. Stays with it.</summary>
    public required string What { get; init; }
}
