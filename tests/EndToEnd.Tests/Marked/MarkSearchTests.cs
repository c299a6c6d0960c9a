using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EndToEnd.Tests.Marked;

/// <summary>The search finds what is there, in every disguise, and nothing else.</summary>
public sealed class MarkSearchTests
{
    private const string Name = "Zyxmark Rówan kqzvwt";
    private static readonly MarkSearch Search = new([new Mark("name", Name), new Mark("birth date", ["1909-08-27", "August 27, 1909"])]);

    public static TheoryData<string, byte[]> Disguises => new()
    {
        { "plain", Utf8($"{{\"who\":\"{Name}\"}}") },
        { "in capitals", Utf8(Name.ToUpperInvariant().Replace('Ó', 'ó')) },
        { "JSON", JsonSerializer.SerializeToUtf8Bytes(new { who = Name }) },
        { "in an address", Utf8($"GET /api/x/{Uri.EscapeDataString(Name)}?after=1") },
        { "in a form", Utf8($"name={WebUtility.UrlEncode(Name)}") },
        { "UTF-16", [.. Utf8("head"), .. Encoding.Unicode.GetBytes(Name)] },
        { "as credentials", Utf8($"Basic {Convert.ToBase64String(Utf8($"x:{Name}:secret"))}") },
        { "as credentials, else", Utf8($"Basic {Convert.ToBase64String(Utf8($"xy:{Name}"))}") },
        { "hexadecimal", Utf8(Convert.ToHexString(Utf8(Name))) },
        { "SHA-256", Utf8(Convert.ToHexString(SHA256.HashData(Utf8(Name)))) },
        { "SHA-256 of small letters", Utf8(Convert.ToBase64String(SHA256.HashData(Utf8(Name.ToLowerInvariant())))) },
        { "SHA-512, bytes", [1, 2, 3, .. SHA512.HashData(Utf8(Name)), 4] },
        { "a date", Utf8("born August 27, 1909.") },
        { "in a span", [0x0a, 0x14, .. Utf8("url.path"), 0x12, 0x0c, .. Utf8("/1909-08-27"), 0x18] },
        { "in a database", InDatabase() },
    };

    [Theory]
    [MemberData(nameof(Disguises))]
    public void It_is_found(string disguise, byte[] bytes) => Assert.NotEmpty(Search.In(new Sink(disguise, bytes)));

    [Fact]
    public void What_is_not_there_is_not_found() =>
        Assert.Empty(Search.In(new Sink("chance", [.. Utf8("1909-08-28 Zyxmark Rowan kqzvwx"), .. RandomNumberGenerator.GetBytes(1_000_000)])));

    [Fact]
    public void A_hit_tells_what_and_where()
    {
        var hit = Assert.Single(Search.In(new Sink("log", Utf8("before 1909-08-27 after"))));
        Assert.Equal(("birth date", "plain", "log"), (hit.Mark.Name, hit.Encoding, hit.Sink));
        Assert.Contains("before", hit.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] InDatabase()
    {
        var file = Path.GetTempFileName();
        using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            database.Open();
            using var write = database.CreateCommand();
            write.CommandText = "CREATE TABLE Notes (Id INTEGER PRIMARY KEY, Text TEXT); INSERT INTO Notes (Text) VALUES ($text);";
            write.Parameters.AddWithValue("$text", $"a note about {Name}");
            write.ExecuteNonQuery();
        }

        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return bytes;
    }
}
