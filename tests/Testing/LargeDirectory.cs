using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Testing;

/// <summary>
/// Fills a hub of Membership with many agencies and representatives, past the service and in bulk. What it does not say of a row it copies
/// from one that the service made, so that a new column needs nothing here. More tables are added the same way (<see cref="CopyAsync"/>).
/// </summary>
/// <remarks>The hub must have a task force with one member agency and one seat in it.</remarks>
public sealed class LargeDirectory(DbConnection connection, string hub)
{
    private const int AgenciesInTaskForce = 100;

    private static readonly string[] First =
        ["Harbor", "Open", "New", "Saint", "Safe", "River", "Bright", "Second", "Pacific", "Liberty", "Lantern", "Cedar", "Mission", "Bridge", "Golden", "Valley"];

    private static readonly string[] Second =
        ["Door", "Hope", "House", "Light", "Path", "Haven", "Chance", "Shore", "Family", "Justice", "Community", "Women", "Youth", "Legal", "Health", "Refuge"];

    private static readonly string[] Kind = ["Center", "Services", "Shelter", "Alliance", "Network", "Clinic", "Coalition", "Project"];

    private static readonly string[] Given =
        ["Ana", "Marisol", "Rowan", "Idris", "Mei", "Olga", "Tomás", "Fatima", "Daniel", "Grace", "Noor", "Peter", "Lucía", "Samir", "Hanna", "Joseph"];

    private static readonly string[] Services =
        ["EmergencyHousing", "CaseManagement", "ImmigrationLegal", "MentalHealth", "Medical", "Food", "Transportation", "CivilLegal", "InterpretationTranslation", "LifeSkills"];

    private static readonly string[] Languages = ["eng", "spa", "tha", "vie", "chi", "tgl", "rus", "ara", "kor", "fre", "por", "urd"];
    private static readonly string[] Zones = ["America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York"];
    private static readonly string[] Week = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    // A file takes row by row, and looks for every parameter among all of a command's; a server is far, and takes a hundred at once.
    private readonly int rowsAtOnce = connection is SqliteConnection ? 1 : 100;

    /// <summary>The agencies that were added, in order.</summary>
    public IReadOnlyList<Guid> Agencies { get; private set; } = [];

    /// <summary>Of each agency that was added, its task force.</summary>
    public IReadOnlyList<Guid> TaskForces { get; private set; } = [];

    public async Task SeedAsync(int agencies, int representatives)
    {
        if (connection.State != ConnectionState.Open) await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Agencies = [.. Enumerable.Range(0, agencies).Select(_ => Guid.CreateVersion7())];
        var taskForces = Enumerable.Range(0, (agencies + AgenciesInTaskForce - 1) / AgenciesInTaskForce).Select(_ => Guid.CreateVersion7()).ToList();
        TaskForces = [.. Enumerable.Range(0, agencies).Select(number => taskForces[number / AgenciesInTaskForce])];
        var members = Agencies.Select(_ => Guid.CreateVersion7()).ToList();
        var seatsEach = agencies == 0 ? 0 : representatives / agencies;

        await CopyAsync("TaskForces", $"\"Hub\" = '{hub}'", taskForces.Select((id, number) => Row(("Id", id), ("Name", $"Task force {number}"))));
        await CopyAsync("Agencies", $"\"Hub\" = '{hub}'", Agencies.Select((id, number) => Row(
            ("Id", id), ("HsdsId", Guid.NewGuid()), ("Name", NameOf(number)), ("TimeZone", Zones[number % Zones.Length]))));
        await InsertAsync("AgencyNameWords", Agencies.SelectMany((id, number) => NameOf(number).ToLowerInvariant().Split(' ').Distinct().Select(word =>
            Row(("AgencyId", id), ("Hub", hub), ("Word", word)))));
        await InsertAsync("OfferedServices", Agencies.SelectMany((id, number) => Enumerable.Range(0, 3).Select(more => Services[(number + (more * 3)) % Services.Length]).Distinct()
            .Select(type => Row(("AgencyId", id), ("HsdsId", Guid.NewGuid()), ("Hub", hub), ("Name", type), ("Type", type), ("AgeBands", ""), ("Genders", "")))));
        await InsertAsync("AgencyLanguages", Agencies.SelectMany((id, number) => LanguagesOf(number).Select(code => Row(("AgencyId", id), ("Hub", hub), ("Code", code)))));
        await InsertAsync("AgencyAreas", Agencies.Select((id, number) => Row(("AgencyId", id), ("Hub", hub), ("Code", AreaOf(number)))));
        await InsertAsync("AgencyHours", Agencies.SelectMany((id, number) => HoursOf(number).Select(line => Row(
            ("AgencyId", id), ("Hub", hub), ("TimeZone", Zones[number % Zones.Length]), ("Day", Week[line.Day]), ("OpensAt", line.Opens), ("ClosesAt", line.Closes)))));
        await InsertAsync("AgencyHoursExceptions", Agencies.Select((id, number) => (id, number)).Where(agency => agency.number % 10 == 0).Select(agency => Row(
            ("AgencyId", agency.id), ("Hub", hub), ("TimeZone", Zones[agency.number % Zones.Length]), ("Date", new DateOnly(2026, 12, 25)), ("OpensAt", 0), ("ClosesAt", 0))));
        await CopyAsync("Members", $"\"Hub\" = '{hub}'", members.Select((id, number) => Row(
            ("Id", id), ("AgencyId", Agencies[number]), ("TaskForceId", TaskForces[number]), ("ActiveSeats", seatsEach))));

        var seats = members.SelectMany((member, number) => Enumerable.Range(0, seatsEach).Select(more => (Id: Guid.CreateVersion7(), Member: member, Number: number, More: more))).ToList();
        await CopyAsync("Seats", $"\"Hub\" = '{hub}' AND \"EndedAt\" IS NULL AND \"AlternateForSeatId\" IS NULL AND \"SucceedsSeatId\" IS NULL", seats.Select(seat => Row(
            ("Id", seat.Id), ("MemberId", seat.Member), ("AgencyId", Agencies[seat.Number]), ("TaskForceId", TaskForces[seat.Number]),
            ("PersonName", PersonOf(seat.Number, seat.More)), ("PersonEmail", $"p{seat.Number}.{seat.More}@agency.example"))));
        await InsertAsync("SeatNameWords", seats.SelectMany(seat => PersonOf(seat.Number, seat.More).ToLowerInvariant().Replace('á', 'a').Replace('í', 'i').Split(' ').Select(word => Row(
            ("SeatId", seat.Id), ("Hub", hub), ("Word", word)))));
        await transaction.CommitAsync();
    }

    /// <summary>Rows like one that is there, but for what is said of each.</summary>
    public async Task CopyAsync(string table, string like, IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        var pattern = new Dictionary<string, object?>(StringComparer.Ordinal);
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = $"SELECT * FROM \"{table}\" WHERE {like} LIMIT 1";
            await using var reader = await read.ExecuteReaderAsync();
            if (!await reader.ReadAsync()) throw new InvalidOperationException($"There is no row of {table} to copy.");
            for (var column = 0; column < reader.FieldCount; column++) pattern[reader.GetName(column)] = reader.GetValue(column);
        }

        await InsertAsync(table, rows.Select(row => pattern.ToDictionary(column => column.Key, column => row.TryGetValue(column.Key, out var own) ? own : column.Value)));
    }

    public async Task InsertAsync(string table, IEnumerable<IReadOnlyDictionary<string, object?>> rows)
    {
        DbCommand? insert = null;
        foreach (var some in rows.Chunk(rowsAtOnce))
        {
            var columns = some[0].Keys.ToList();
            if (insert?.Parameters.Count != some.Length * columns.Count)
            {
                if (insert is not null) await insert.DisposeAsync();
                insert = InsertOf(table, columns, some.Length);
            }

            for (var value = 0; value < insert.Parameters.Count; value++)
                insert.Parameters[value].Value = some[value / columns.Count][columns[value % columns.Count]] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }

        if (insert is not null) await insert.DisposeAsync();
    }

    /// <summary>One command for all rows that follow: read and planned once.</summary>
    private DbCommand InsertOf(string table, List<string> columns, int rows)
    {
        var insert = connection.CreateCommand();
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, column) => $"@p{(row * columns.Count) + column}"))})");
        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES {string.Join(", ", values)}";
        for (var number = 0; number < rows * columns.Count; number++)
        {
            var value = insert.CreateParameter();
            value.ParameterName = $"p{number}";
            insert.Parameters.Add(value);
        }

        return insert;
    }

    /// <summary>Three words, and often a number, so that a search finds some and not all.</summary>
    public static string NameOf(int number) =>
        $"{First[number % First.Length]} {Second[number / First.Length % Second.Length]} {Kind[number / 7 % Kind.Length]} {number.ToString(CultureInfo.InvariantCulture)}";

    public static string PersonOf(int agency, int seat) =>
        $"{Given[(agency + seat) % Given.Length]} Example{((agency * 7) + seat).ToString(CultureInfo.InvariantCulture)}";

    public static Dictionary<string, object?> Row(params (string Column, object? Value)[] values) => values.ToDictionary(value => value.Column, value => value.Value);

    /// <summary>English everywhere, Spanish at half, the others each at some.</summary>
    private static IEnumerable<string> LanguagesOf(int number) =>
        new[] { "eng", number % 2 == 0 ? "spa" : "eng", Languages[2 + (number % (Languages.Length - 2))] }.Distinct();

    private static string AreaOf(int number) => (number % 5) switch
    {
        0 => "US-CA",
        1 => "US-NV",
        2 => "US",
        _ => $"06{((number % 58 * 2) + 1).ToString("000", CultureInfo.InvariantCulture)}",
    };

    /// <summary>Most on weekdays; one in twenty around the clock, one in ten at night.</summary>
    private static IEnumerable<(int Day, int Opens, int Closes)> HoursOf(int number) =>
        number % 20 == 0 ? Enumerable.Range(0, 7).Select(day => (day, 0, 1440))
        : number % 10 == 5 ? Enumerable.Range(0, 7).Select(day => (day, 20 * 60, 32 * 60))
        : Enumerable.Range(1, 5).Select(day => (day, (8 + (number % 3)) * 60, (16 + (number % 3)) * 60));
}
