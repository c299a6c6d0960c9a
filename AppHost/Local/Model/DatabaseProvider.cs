namespace AppHost.Local.Model;

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}

internal static class DatabaseProviders
{
    public static DatabaseProvider Parse(string? name) => Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider)
        ? provider
        : throw new StartFailure($"Database:Provider is {name}: choose Sqlite, Postgres or SqlServer.");
}
