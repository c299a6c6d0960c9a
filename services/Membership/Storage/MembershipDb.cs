using Membership.Members;
using Membership.Agencies;
using Membership.Decisions;
using Membership.Handovers;
using Membership.Hubs;
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
}

public sealed class SqliteMembershipDb(DbContextOptions<SqliteMembershipDb> options) : MembershipDb(options);

public sealed class SqlServerMembershipDb(DbContextOptions<SqlServerMembershipDb> options) : MembershipDb(options);

public sealed class PostgresMembershipDb(DbContextOptions<PostgresMembershipDb> options) : MembershipDb(options);
