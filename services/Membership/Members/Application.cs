using Membership.Agencies;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>Where an application stands. All but the first two are ends.</summary>
public enum ApplicationState { Received, Vetted, Admitted, Refused, Withdrawn }

/// <summary>Whether an applicant fulfils a criterion; waived where the task force passes over it.</summary>
public enum VettingOutcome { Met, NotMet, Waived }

/// <summary>
/// An agency asks to become a member, under the terms of that day: vetted by these criteria, and decided as they say.
/// </summary>
public sealed class Application : Entity
{
    public const int StatementLength = 4000;
    public const int NoteLength = 500;

    private readonly List<VettingResult> vetting = [];

    private Application()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Agency Agency { get; private set; } = null!;
    public Guid TermsId { get; private set; }

    /// <summary>Why it wants to join and what it would bring, in its own words. Stays here.</summary>
    public string Statement { get; private set; } = "";

    public ApplicationState State { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? VettedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecisionId { get; private set; }
    public IReadOnlyList<VettingResult> Vetting => vetting;

    /// <summary>Every criterion that was looked at is met, or passed over with a reason.</summary>
    public bool MeetsCriteria => vetting.TrueForAll(result => result.Outcome != VettingOutcome.NotMet);

    internal static Application Receive(TaskForce taskForce, Agency agency, MembershipTerms terms, string statement, DateTimeOffset now) => new()
    {
        Hub = taskForce.Hub, TaskForceId = taskForce.Id, AgencyId = agency.Id, Agency = agency, TermsId = terms.Id, Statement = statement,
        ReceivedAt = now,
    };

    /// <summary>Replaces the outcome of each criterion.</summary>
    public void Vet(IEnumerable<VettingResult> results, DateTimeOffset now)
    {
        Guard(ApplicationState.Received, ApplicationState.Vetted);
        vetting.Clear();
        vetting.AddRange(results);
        (State, VettedAt) = (ApplicationState.Vetted, now);
    }

    /// <summary>Vetted first and found to meet the criteria, unless the task force is open to whoever asks.</summary>
    public void Admit(MembershipTerms terms, Guid? decisionId, DateTimeOffset now)
    {
        if (terms.Openness == Openness.Open) Guard(ApplicationState.Received, ApplicationState.Vetted);
        else Guard(ApplicationState.Vetted);
        if (!MeetsCriteria) throw new InvalidOperationException("It does not meet a criterion.");
        End(ApplicationState.Admitted, decisionId, now);
    }

    public void Refuse(Guid? decisionId, DateTimeOffset now)
    {
        Guard(ApplicationState.Vetted);
        End(ApplicationState.Refused, decisionId, now);
    }

    public void Withdraw(DateTimeOffset now)
    {
        Guard(ApplicationState.Received, ApplicationState.Vetted);
        End(ApplicationState.Withdrawn, decisionId: null, now);
    }

    private void End(ApplicationState state, Guid? decisionId, DateTimeOffset now) => (State, DecisionId, DecidedAt) = (state, decisionId, now);

    private void Guard(params ReadOnlySpan<ApplicationState> allowed)
    {
        if (!allowed.Contains(State)) throw new InvalidOperationException($"The application is {State}.");
    }
}

/// <summary>What vetting found about one criterion of the terms. The note stays here.</summary>
public sealed record VettingResult(int Number, VettingOutcome Outcome, string? Note);
