using System.Globalization;
using System.Security.Cryptography;

namespace EndToEnd.Tests.Marked;

/// <summary>One scenario's marked values: new ones each time.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, string> cores = [];
    private readonly Dictionary<string, Mark> membership = [];
    private readonly List<Mark> secrets = [];

    public Marks()
    {
        var born = new DateOnly(1901 + RandomNumberGenerator.GetInt32(15), 1 + RandomNumberGenerator.GetInt32(12), 13 + RandomNumberGenerator.GetInt32(15));
        var (area, number) = (Digits(3), Digits(4));
        string Born(string format) => born.ToString(format, CultureInfo.InvariantCulture);
        Persons =
        [
            new("name", $"Zyxmark Rówan {Core("name")}"),
            new("plain name", $"Zyxmark-{Core("plain")}"),
            new("birth date", [Born("yyyy-MM-dd"), Born("MM/dd/yyyy"), Born("dd.MM.yyyy"), Born("MMMM d, yyyy"), Born("d MMM yyyy")]),
            new("address", $"{Digits(4)} Zyxmark Lane {Core("address")}, Apt 7"),
            new("telephone", [$"(555) {area}-{number}", $"555-{area}-{number}", $"+1555{area}{number}", $"555.{area}.{number}", $"555{area}{number}"]),
            new("e-mail", $"rowan.{Core("mail")}@zyxmark.example"),
            new("free text", $"she said that her \"sister\" {Core("text")} lives by the pier & waits"),
        ];
    }

    /// <summary>What is about a person, and may be nowhere outside the vault: there is none yet, so nowhere.</summary>
    public IReadOnlyList<Mark> Persons { get; }

    /// <summary>Every notation of every one of them, for fields that take what has their form.</summary>
    public IReadOnlyList<string> Notations => [.. Persons.SelectMany(mark => mark.Texts)];

    /// <summary>One of each, to put wherever text goes.</summary>
    public IReadOnlyList<string> Texts => [.. Persons.Select(mark => mark.Text)];

    /// <summary>
    /// What people at work write of themselves and their systems, each in the one column that is for it. Rule 15 holds for
    /// them as for anybody: they stay there.
    /// </summary>
    public IReadOnlyList<Mark> Resting => [.. membership.Values, Seat, SeatTitle, SeatMail, Purpose, ClientName, KeyName, Reason, Founder, Deputy];

    public Mark Seat => Rest("representative's name", "Zyxseat Marlow", "membership.db/Seats.PersonName");
    public Mark SeatTitle => Rest("representative's title", "Zyxtitle Captain", "membership.db/Seats.PersonTitle");
    public Mark SeatMail => new("representative's e-mail", $"{Core("seat-mail")}@zyxseat.example", "membership.db/Seats.PersonEmail");
    public Mark Purpose => Rest("task force's purpose", "Zyxpurpose", "membership.db/TaskForces.Purpose");
    public Mark ClientName => Rest("client's name", "Zyxsystem", "identity.db/Clients.Name");
    public Mark KeyName => Rest("client key's id", "Zyxkey", "identity.db/Clients.Jwks");
    public Mark Reason => Rest("reason to skip a fault", "Zyxreason", "reporting-harbor.db/Faults.Reason");

    /// <summary>A fact that its reaction will not take, written into the journal by hand: the one row that holds it.</summary>
    public Mark BadFact => Rest("bad fact", "Zyxfact", "case-referral.db/Journal.Payload");

    /// <summary>The fable's own people.</summary>
    public Mark Founder { get; } = new("the founder", "Rowan Ashby", "membership.db/Seats.PersonName");
    public Mark Deputy { get; } = new("the deputy chief", "Marisol Quay", "membership.db/Seats.PersonName");

    /// <summary>An agency's name, which is published by design: where the scan finds it, it would have found the others.</summary>
    public Mark Public => new("agency's name", $"Zyxpublic Agency {Core("public")}");

    /// <summary>What opens something to whoever has it.</summary>
    public IReadOnlyList<Mark> Secrets => secrets;

    public IReadOnlyList<Mark> All => [.. Persons, .. Resting, .. Secrets, BadFact];

    /// <summary>From now on a secret is looked for, the beginning and the end of it too.</summary>
    /// <param name="digestIn">The one column in which its digest may rest; null: none.</param>
    public void Keep(string name, string secret, string? digestIn = null) =>
        secrets.Add(new Mark($"{name} ({secrets.Count + 1})", [secret, secret[..16], secret[^16..]], digestIn) { RestsAsDigest = digestIn is not null });

    /// <summary>What a task force writes of its own work: in one column of Membership's, made when it is first written.</summary>
    public string Membership(string column, string? also = null)
    {
        if (!membership.TryGetValue(column, out var mark))
        {
            mark = Rest($"text for {column}", "Zyxwork", $"membership.db/{column}") with { AlsoIn = also is null ? null : $"membership.db/{also}" };
            membership[column] = mark;
        }

        return mark.Text;
    }

    private Mark Rest(string name, string word, string column) => new(name, $"{word} {Core(name)}", column);

    /// <summary>Letters that no hash and no id in hexadecimal has.</summary>
    private string Core(string of) => cores.TryGetValue(of, out var known) ? known : cores[of] = RandomNumberGenerator.GetString("ghjkmnpqrstvwxyz", 12);

    private static string Digits(int count) => RandomNumberGenerator.GetString("123456789", count);
}
