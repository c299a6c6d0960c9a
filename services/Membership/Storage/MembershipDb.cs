using Membership.Members;
using Membership.Audit;
using Membership.Agencies;
using Membership.Agencies.Cards;
using Membership.Agencies.Hours;
using Membership.Agencies.Reviews;
using Membership.Agreements;
using Membership.Commitments;
using Membership.Committees;
using Membership.Decisions;
using Membership.Differences;
using Membership.Handovers;
using Membership.Calendar;
using Membership.Hubs;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Meetings.Attendances;
using Membership.Meetings.JointEvents;
using Membership.Meetings.Minutes;
using Membership.Meetings.Series;
using Membership.Protocols;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Protocols.Steps;
using Membership.Leadership;
using Membership.Pulse;
using Membership.Reminders;
using Membership.Seats;
using Membership.SelfAssessment;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Audit;

namespace Membership.Storage;

/// <summary>What this service keeps. Every change of it is in the audit, without its use case having to think of it.</summary>
public class MembershipDb(DbContextOptions options) : AuditedDb(options)
{
    public DbSet<Hub> Hubs => Set<Hub>();
    public DbSet<TaskForce> TaskForces => Set<TaskForce>();
    public DbSet<PartyReason> PartyReasons => Set<PartyReason>();
    public DbSet<VisionAndMission> Visions => Set<VisionAndMission>();
    public DbSet<GuidingPrinciples> GuidingPrinciples => Set<GuidingPrinciples>();
    public DbSet<PrincipleAcknowledgement> PrincipleAcknowledgements => Set<PrincipleAcknowledgement>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<AgencyNameWord> AgencyNameWords => Set<AgencyNameWord>();
    public DbSet<AgencyLanguage> AgencyLanguages => Set<AgencyLanguage>();
    public DbSet<AgencyArea> AgencyAreas => Set<AgencyArea>();
    public DbSet<AgencyHours> AgencyHours => Set<AgencyHours>();
    public DbSet<AgencyHoursException> AgencyHoursExceptions => Set<AgencyHoursException>();
    public DbSet<OfferedService> OfferedServices => Set<OfferedService>();
    public DbSet<MemberCard> MemberCards => Set<MemberCard>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<MemberChange> MemberChanges => Set<MemberChange>();
    public DbSet<MembershipTerms> MembershipTerms => Set<MembershipTerms>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<RemovalNotice> RemovalNotices => Set<RemovalNotice>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<SeatNameWord> SeatNameWords => Set<SeatNameWord>();
    public DbSet<SurvivorStatus> SurvivorStatuses => Set<SurvivorStatus>();
    public DbSet<Orientation> Orientations => Set<Orientation>();
    public DbSet<PassedResponsibility> PassedResponsibilities => Set<PassedResponsibility>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementVersion> AgreementVersions => Set<AgreementVersion>();
    public DbSet<AgreementParty> AgreementParties => Set<AgreementParty>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<CommitmentTally> CommitmentTallies => Set<CommitmentTally>();
    public DbSet<Fulfilment> Fulfilments => Set<Fulfilment>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<AssessmentRound> AssessmentRounds => Set<AssessmentRound>();
    public DbSet<AssessmentAnswer> AssessmentAnswers => Set<AssessmentAnswer>();
    public DbSet<Protocol> Protocols => Set<Protocol>();
    public DbSet<ProtocolVersion> ProtocolVersions => Set<ProtocolVersion>();
    public DbSet<StepContact> StepContacts => Set<StepContact>();
    public DbSet<Acknowledgement> ProtocolAcknowledgements => Set<Acknowledgement>();
    public DbSet<CompletedTraining> CompletedTrainings => Set<CompletedTraining>();
    public DbSet<ReadinessGap> ReadinessGaps => Set<ReadinessGap>();
    public DbSet<MeetingSeries> MeetingSeries => Set<MeetingSeries>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingComment> MeetingComments => Set<MeetingComment>();
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<MinutesText> MinutesTexts => Set<MinutesText>();
    public DbSet<ActionItem> ActionItems => Set<ActionItem>();
    public DbSet<JointEvent> JointEvents => Set<JointEvent>();
    public DbSet<JointEventComment> JointEventComments => Set<JointEventComment>();
    public DbSet<CalendarAddress> CalendarAddresses => Set<CalendarAddress>();
    public DbSet<TaskForceLeadership> Leaderships => Set<TaskForceLeadership>();
    public DbSet<LeadershipArrangement> LeadershipArrangements => Set<LeadershipArrangement>();
    public DbSet<LeadershipPosition> LeadershipPositions => Set<LeadershipPosition>();
    public DbSet<StructureChange> StructureChanges => Set<StructureChange>();
    public DbSet<Committee> Committees => Set<Committee>();
    public DbSet<CommitteeMember> CommitteeMembers => Set<CommitteeMember>();
    public DbSet<Difference> Differences => Set<Difference>();
    public DbSet<DifferenceSide> DifferenceSides => Set<DifferenceSide>();
    public DbSet<PulseRound> PulseRounds => Set<PulseRound>();
    public DbSet<PulseTally> PulseTallies => Set<PulseTally>();
    public DbSet<PulseTokenGiven> PulseTokensGiven => Set<PulseTokenGiven>();
    public DbSet<PulseTokenUsed> PulseTokensUsed => Set<PulseTokenUsed>();

    protected override IReadOnlyList<AuditEntry> Account() => this.AccountForChanges(NeverAudited.Types);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        if (!Database.IsNpgsql()) return;

        // Letter by letter, as the others do: in a language's own order a range of words would not be those with one beginning.
        modelBuilder.Entity<AgencyNameWord>().Property(row => row.Word).UseCollation("C");
        modelBuilder.Entity<SeatNameWord>().Property(row => row.Word).UseCollation("C");
    }
}

public sealed class SqliteMembershipDb(DbContextOptions<SqliteMembershipDb> options) : MembershipDb(options);

public sealed class SqlServerMembershipDb(DbContextOptions<SqlServerMembershipDb> options) : MembershipDb(options);

public sealed class PostgresMembershipDb(DbContextOptions<PostgresMembershipDb> options) : MembershipDb(options);
