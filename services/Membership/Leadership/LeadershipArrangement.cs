using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Leadership;

/// <summary>An arrangement is drafted, and then adopted for good: whoever wants another drafts the next.</summary>
public enum ArrangementState { Draft, Adopted }

/// <summary>Whether it is time to look at the arrangement again.</summary>
public enum LeadershipReviewState { Current, Due, Overdue }

/// <summary>One version of how a task force is led, in force from a day by a carried decision.</summary>
public sealed class LeadershipArrangement : Entity
{
    public const int TextLength = 2000;
    public const int MostAuthority = 50;

    /// <summary>A review is due this long before its day, and overdue after it.</summary>
    public const int ReviewNoticeDays = 30;

    private readonly List<Authority> authority = [];

    private LeadershipArrangement()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }

    /// <summary>1, 2, 3… within the task force, in the order of drafting.</summary>
    public int Number { get; private set; }

    public LeadershipModel Model { get; private set; }
    public HowChosen ChosenBy { get; private set; }
    public string ChoiceInWords { get; private set; } = "";
    public string? Qualifications { get; private set; }
    public int? TermMonths { get; private set; }
    public int? ConsecutiveTerms { get; private set; }
    public DateOnly ReviewOn { get; private set; }
    public IReadOnlyList<Authority> Authority => authority;
    public ArrangementState State { get; private set; }
    public Guid? DecisionId { get; private set; }
    public DateOnly? InForceFrom { get; private set; }

    /// <summary>From when the next one is in force.</summary>
    public DateOnly? SupersededFrom { get; private set; }

    internal static LeadershipArrangement Draft(TaskForce taskForce, int number, LeadershipTerms terms)
    {
        var arrangement = new LeadershipArrangement { Hub = taskForce.Hub, TaskForceId = taskForce.Id, Number = number };
        arrangement.Replace(terms);
        return arrangement;
    }

    /// <summary>False, and nothing changes, where it was adopted.</summary>
    public bool Replace(LeadershipTerms terms)
    {
        if (State != ArrangementState.Draft) return false;

        (Model, ChosenBy, ChoiceInWords, Qualifications) = (terms.Model, terms.ChosenBy, terms.ChoiceInWords, terms.Qualifications);
        (TermMonths, ConsecutiveTerms, ReviewOn) = (terms.TermMonths, terms.ConsecutiveTerms, terms.ReviewOn);
        authority.Clear();
        authority.AddRange(terms.Authority);
        return true;
    }

    /// <summary>False, and nothing changes, where it was adopted.</summary>
    public bool Adopt(Guid decisionId, DateOnly inForceFrom)
    {
        if (State != ArrangementState.Draft) return false;

        (State, DecisionId, InForceFrom) = (ArrangementState.Adopted, decisionId, inForceFrom);
        return true;
    }

    public void SupersedeFrom(DateOnly day) => SupersededFrom = day;

    /// <summary>It was looked at, and stands as it is until the next review.</summary>
    public void Keep(DateOnly nextReviewOn) => ReviewOn = nextReviewOn;

    public bool IsInForce(DateOnly day) => InForceFrom <= day && !(SupersededFrom <= day);

    public LeadershipReviewState ReviewStateOn(DateOnly day) =>
        ReviewOn < day ? LeadershipReviewState.Overdue : ReviewOn <= day.AddDays(ReviewNoticeDays) ? LeadershipReviewState.Due : LeadershipReviewState.Current;
}
