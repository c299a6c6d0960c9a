using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Membership.Tests.Pulse;

/// <summary>What is stored after everybody answered connects nobody with an answer. Read from the tables themselves, all of them.</summary>
public abstract class StoredRowsTests(MembershipService service)
{
    [Collection(MembershipThatMeets.Name)]
    public sealed class OnSqlite(MembershipService service) : StoredRowsTests(service);

    [Collection(MembershipOnPostgres.Name)]
    public sealed class OnPostgres(MembershipService.OnPostgres service) : StoredRowsTests(service);

    private const int Members = 8;

    [Fact]
    public async Task No_column_of_any_table_connects_a_seat_or_a_person_with_an_answer()
    {
        var scene = await PulseScene.StartAsync(service, Members);
        var round = await scene.OpenedAsync();
        var marks = Enumerable.Range(0, Members).Select(seat => $"Comment-{seat}-{Guid.NewGuid():n}").ToList();
        List<string> tokens = [];
        for (var seat = 0; seat < Members; seat++)
        {
            // With a key, so that answers are kept of those who ask; and each answers at once, in order.
            using var ask = new HttpRequestMessage(HttpMethod.Post, $"{scene.Path}/{round.Id}/token") { Headers = { { "Idempotency-Key", $"{Guid.NewGuid()}" } } };
            tokens.Add((await (await scene.In(seat).SendAsync(ask)).ReadAsync<Membership.Pulse.PulseTokenView>()).Token);
            using var nobody = service.Anonymous();
            using var answer = new HttpRequestMessage(HttpMethod.Post, "/pulse-answers")
            {
                Content = JsonContent.Create(PulseScene.BodyOf(tokens[^1], (seat % 5) + 1, marks[seat])), Headers = { { "Idempotency-Key", $"{Guid.NewGuid()}" } },
            };
            Assert.Equal(HttpStatusCode.NoContent, (await nobody.SendAsync(answer)).StatusCode);
        }

        var rows = await EveryRowAsync();
        var digests = tokens.Select(token => Convert.ToHexStringLower(SHA256.HashData(System.Buffers.Text.Base64Url.DecodeFromChars(token)))).ToList();

        // The tokens are nowhere: not as they were given, nor any part that is not a digest. The digests are in one table, alone with their round.
        Assert.DoesNotContain(rows, row => tokens.Any(token => row.Has(token) || row.Has(token[22..60])));
        var used = rows.Where(row => digests.Any(row.Has)).ToList();
        Assert.Equal(Members, used.Count);
        Assert.All(used, row => Assert.Equal(("PulseTokensUsed", "Digest RoundId"), (row.Table, row.Columns)));

        // All answers are one row, which everybody's comments and scales went into; no row is one answer.
        var answered = rows.Where(row => marks.Any(row.Has)).ToList();
        var tally = Assert.Single(answered);
        Assert.Equal("PulseTallies", tally.Table);
        Assert.Equal("Accountability Answers Candor CommentsJson Commitment Id Results RoundId Trust Version", tally.Columns);
        Assert.All(marks, mark => Assert.True(tally.Has(mark)));

        // What tells that a seat was given a token tells nothing else; and what holds answers or digests holds nobody, and no time.
        var given = rows.Where(row => row.Table == "PulseTokensGiven" && row.Has($"{round.Id}")).ToList();
        Assert.Equal(Members, given.Count);
        Assert.All(given, row => Assert.Equal("RoundId SeatId", row.Columns));
        var people = scene.Members.Seats.SelectMany(seat => new[] { $"{seat.Id}", $"{seat.AgencyId}" }).ToList();
        Assert.DoesNotContain(used.Append(tally), row => people.Any(row.Has) || row.HasTime);
        Assert.DoesNotContain(rows.Where(row => row.Table is "Journal" or "KeptAnswers"), row => row.Has($"{round.Id}") || marks.Any(row.Has) || digests.Any(row.Has));
        Assert.Equal(
            ["AuditEntries", "PulseRounds", "PulseTallies", "PulseTokensGiven", "PulseTokensUsed"],
            rows.Where(row => row.Has($"{round.Id}")).Select(row => row.Table).Distinct().Order(StringComparer.Ordinal));
        // The audit tells that the round was opened, and of nobody who was given a token or answered.
        Assert.Equal(
            "POST /task-forces/{id:guid}/pulse-rounds",
            Assert.Single(rows, row => row.Table == "AuditEntries" && row.Has($"{round.Id}")).Value("Action"));

        // Nor does the order of the comments tell the order of those who came: of eight, one order in 40,320 is that of their coming.
        var order = JsonSerializer.Deserialize<List<string>>(tally.Value("CommentsJson"))!;
        Assert.NotEqual(marks, order);
        Assert.NotEqual(marks.AsEnumerable().Reverse(), order);
    }

    private async Task<List<StoredRow>> EveryRowAsync()
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        List<StoredRow> rows = [];
        var tables = await ReadAsync(connection, db.Database.IsNpgsql()
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            : "SELECT name FROM sqlite_master WHERE type = 'table'");
        foreach (var table in tables.Select(table => table.Values.Single().Text))
        {
            foreach (var values in await ReadAsync(connection, $"SELECT * FROM \"{table}\"")) rows.Add(new(table, values));
        }

        Assert.True(rows.Select(row => row.Table).Distinct().Count() > 10);
        return rows;
    }

    private static async Task<List<Dictionary<string, (string Text, bool IsTime)>>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<Dictionary<string, (string, bool)>> rows = [];
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, field => Plain(reader.GetValue(field))));
        return rows;
    }

    /// <summary>Bytes as they could be read: as text, and as hexadecimal digits.</summary>
    private static (string, bool) Plain(object value) => value switch
    {
        byte[] bytes => ($"{System.Text.Encoding.UTF8.GetString(bytes)} {Convert.ToHexStringLower(bytes)}", false),
        DateTime time => ($"{time:O}", true),
        string text => (text, DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)),
        _ => ($"{value}", false),
    };

    private sealed record StoredRow(string Table, Dictionary<string, (string Text, bool IsTime)> Values)
    {
        public string Columns => string.Join(' ', Values.Keys.Order(StringComparer.Ordinal));

        public bool HasTime => Values.Values.Any(value => value.IsTime);

        public bool Has(string text) => Values.Values.Any(value => value.Text.Contains(text, StringComparison.OrdinalIgnoreCase));

        public string Value(string column) => Values[column].Text;
    }
}
