using Membership.Decisions;
using ServiceDefaults.Storage;

namespace Membership.Members;

/// <summary>
/// Where a notice stands. Open: the agency may still answer, or its time has run out. Lapsed: the membership ended otherwise.
/// </summary>
public enum RemovalNoticeState { Open, Answered, Withdrawn, Carried, Lapsed }

/// <summary>
/// The task force tells a member for which cause, named in advance, it thinks of parting from it; the agency may answer
/// before anything is decided.
/// </summary>
public sealed class RemovalNotice : Entity
{
    public const int StatementLength = 4000;

    private RemovalNotice()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }
    public Guid AgencyId { get; private set; }
    public Guid MemberId { get; private set; }
    public Guid TermsId { get; private set; }

    /// <summary>The cause, by its place in those terms.</summary>
    public int Cause { get; private set; }

    /// <summary>What happened, in the task force's words. Stays here.</summary>
    public string Statement { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    /// <summary>The last day to answer.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>In the agency's words. Stays here.</summary>
    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public Guid? DecisionId { get; private set; }

    /// <summary>The membership ended otherwise before anything came of it.</summary>
    public bool Lapsed { get; private set; }

    public RemovalNoticeState State =>
        DecisionId is not null ? RemovalNoticeState.Carried
        : Lapsed ? RemovalNoticeState.Lapsed
        : ClosedOn is not null ? RemovalNoticeState.Withdrawn
        : AnsweredOn is not null ? RemovalNoticeState.Answered : RemovalNoticeState.Open;

    internal static RemovalNotice Give(Member member, MembershipTerms terms, RemovalCause cause, string statement, DateOnly today) => new()
    {
        Hub = member.Hub, TaskForceId = member.TaskForceId, AgencyId = member.AgencyId, MemberId = member.Id, TermsId = terms.Id,
        Cause = cause.Number, Statement = statement, GivenOn = today, AnswerBy = today.AddDays(terms.NoticeDays),
    };

    /// <summary>The first day on which a removal can be decided: once the agency has answered, or its time has run out.</summary>
    public DateOnly DecidableFrom => AnsweredOn ?? AnswerBy.AddDays(1);

    /// <summary>The agency has answered, or its time has run out.</summary>
    public bool MayBeCarried(DateOnly today) => State == RemovalNoticeState.Answered || (State == RemovalNoticeState.Open && today > AnswerBy);

    public void Reply(string answer, DateOnly today)
    {
        if (State != RemovalNoticeState.Open || today > AnswerBy) throw new InvalidOperationException("The notice waits for no answer.");

        (Answer, AnsweredOn) = (answer, today);
    }

    public void Withdraw(DateOnly today)
    {
        if (ClosedOn is not null) throw new InvalidOperationException("The notice is closed.");

        ClosedOn = today;
    }

    public void Lapse(DateOnly today)
    {
        if (ClosedOn is not null) throw new InvalidOperationException("The notice is closed.");

        (Lapsed, ClosedOn) = (true, today);
    }

    /// <summary>By a decision that was taken once the agency was heard: one from before has not weighed its answer.</summary>
    public void Carry(Decision decision, DateOnly today)
    {
        if (!MayBeCarried(today) || decision.DecidedOn < DecidableFrom) throw new InvalidOperationException("The agency was not heard before.");

        decision.UseFor(Id);
        (DecisionId, ClosedOn) = (decision.Id, today);
    }
}
