using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>Whether whoever asks is admitted, or is vetted first.</summary>
public enum Openness { Open, Restricted }

/// <summary>Who decides on an application that was vetted.</summary>
public enum AdmissionProcess { Vote, CoreGroup }

/// <summary>
/// How a task force takes agencies in, what it expects of them and why it may part from them: named in advance, adopted
/// by decision, and never changed; a new version follows. Whoever applied is held to the version of that day.
/// </summary>
public sealed class MembershipTerms : Entity
{
    public const int TextLength = 500;
    public const int MostTexts = 30;
    public const int MostDays = 3650;

    private readonly List<AdmissionCriterion> criteria = [];
    private readonly List<Expectation> expectations = [];
    private readonly List<RemovalCause> causes = [];

    private MembershipTerms()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }

    /// <summary>1 for the first version; the highest is in force.</summary>
    public int Number { get; private set; }

    public Openness Openness { get; private set; }
    public AdmissionProcess Process { get; private set; }

    /// <summary>Who is admitted is provisional first.</summary>
    public bool StartsProvisional { get; private set; }

    /// <summary>How long an agency has to answer before it is removed.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>How long after a removal or a refusal an agency may apply again; null where it may not.</summary>
    public int? ReapplicationAfterDays { get; private set; }

    public Guid DecisionId { get; private set; }
    public DateTimeOffset AdoptedAt { get; private set; }
    public IReadOnlyList<AdmissionCriterion> Criteria => criteria;
    public IReadOnlyList<Expectation> Expectations => expectations;
    public IReadOnlyList<RemovalCause> Causes => causes;

    internal static MembershipTerms Adopt(TaskForce taskForce, int number, AdoptTerms request, Guid decisionId, DateTimeOffset now)
    {
        var terms = new MembershipTerms
        {
            Hub = taskForce.Hub,
            TaskForceId = taskForce.Id,
            Number = number,
            Openness = request.Openness!.Value,
            Process = request.Process!.Value,
            StartsProvisional = request.StartsProvisional,
            NoticeDays = request.NoticeDays!.Value,
            ReapplicationAfterDays = request.ReapplicationAfterDays,
            DecisionId = decisionId,
            AdoptedAt = now,
        };
        terms.criteria.AddRange(request.Criteria.Select((text, index) => new AdmissionCriterion(index + 1, text.Trim())));
        terms.expectations.AddRange(request.Expectations.Select((text, index) => new Expectation(index + 1, text.Trim())));
        terms.causes.AddRange(request.Causes.Select((text, index) => new RemovalCause(index + 1, text.Trim())));
        return terms;
    }
}

/// <summary>What an agency must be or do to be admitted; vetted one by one.</summary>
public sealed record AdmissionCriterion(int Number, string Text);

/// <summary>What is expected of a member.</summary>
public sealed record Expectation(int Number, string Text);

/// <summary>Why an agency may be removed.</summary>
public sealed record RemovalCause(int Number, string Text);
