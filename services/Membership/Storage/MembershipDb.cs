using Membership.Members;
using Membership.Agencies;
using Membership.Decisions;
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
using Membership.Reminders;
using Membership.Seats;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace Membership.Storage;

public class MembershipDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Hub> Hubs => Set<Hub>();
    public DbSet<TaskForce> TaskForces => Set<TaskForce>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<PassedResponsibility> PassedResponsibilities => Set<PassedResponsibility>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Decision> Decisions => Set<Decision>();
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
}

public sealed class SqliteMembershipDb(DbContextOptions<SqliteMembershipDb> options) : MembershipDb(options);

public sealed class SqlServerMembershipDb(DbContextOptions<SqlServerMembershipDb> options) : MembershipDb(options);

public sealed class PostgresMembershipDb(DbContextOptions<PostgresMembershipDb> options) : MembershipDb(options);
