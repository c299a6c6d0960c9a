using System.Reflection;

namespace ServiceDefaults.Storage;

/// <summary>
/// SqlClient loads one more assembly when a command first has parameters. Where the feed lacks its package, the service
/// must say so at its start and not at its first request. Found out by loading, not by how it was built.
/// </summary>
public static class SqlServerPackage
{
    public const string Name = "Microsoft.SqlServer.Server";

    /// <returns>One sentence that says what to do, or null where SQL Server can be used.</returns>
    public static string? WhyUnusable()
    {
        try
        {
            Assembly.Load(Name);
            return null;
        }
        catch (IOException)
        {
            return $"Database:Provider is SqlServer, but the package {Name}, which SqlClient needs for every command with parameters, "
                + "was not on the feed this was built from: build again with a feed that has it, or choose Sqlite or Postgres.";
        }
    }
}
