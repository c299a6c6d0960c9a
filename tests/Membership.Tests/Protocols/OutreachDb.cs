using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace Membership.Tests.Protocols;

/// <summary>A journal and nothing else: Outreach, as far as others hear of it.</summary>
public class OutreachDb(DbContextOptions options) : ServiceDb(options);

public sealed class SqliteOutreachDb(DbContextOptions<SqliteOutreachDb> options) : OutreachDb(options);
