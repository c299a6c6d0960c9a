using System.Net;
using Membership.Agencies.Cards;
using Membership.Agencies.Reviews;
using Testing;

namespace Membership.Tests.Agencies;

/// <summary>Short words for what tests arrange on cards.</summary>
internal static class CardScene
{
    public static object Card(object? services = null, object? hours = null, string? timeZone = "America/Los_Angeles", string[]? languages = null, string[]? areas = null) => new
    {
        description = "A door that is open", website = "https://open-door.example",
        services = services ?? new[] { Service() }, languages = languages ?? ["spa", "tha"], areas = areas ?? ["US-CA"], timeZone,
        phones = new[] { new { number = "+14155550100", kind = "Voice" } },
        hours = hours ?? new[] { Line("Monday", "09:00", "17:00"), Line("Friday", "22:00", "06:00") },
        hoursExceptions = new object[] { new { date = "2031-12-25" }, new { date = "2031-12-31", opens = "10:00", closes = "12:00" } },
        afterHours = "OnCall", afterHoursNote = "The house mother sleeps upstairs",
    };

    public static object Service(string type = "EmergencyHousing", string name = "Shelter") => new
    {
        serviceType = type, name, eligibility = "Whoever asks", ageBands = new[] { "From25To59", "From18To24" }, genders = new[] { "Feminine" },
        citizenship = "ForeignNationalsOnly",
    };

    public static object Line(string day, string opens, string closes) => new { day, opens, closes };

    public static string CardOf(Guid agency) => $"/agencies/{agency}/card";

    public static string CardOf(Guid taskForce, Guid agency) => $"/task-forces/{taskForce}/members/{agency}/card";

    /// <summary>Reads it for its ETag, then writes it.</summary>
    public static Task<HttpResponseMessage> WriteAsync(HttpClient client, Guid agency, object card) =>
        Scene.ChangeAsync(client, HttpMethod.Put, CardOf(agency), CardOf(agency), card);

    public static async Task<CardView> WrittenAsync(this Scene scene, Guid agency, object? card = null) =>
        await (await WriteAsync(scene.HubAdmin, agency, card ?? Card())).ReadAsync<CardView>();

    public static object Role(string role = "Shelters whoever the police bring at night") => new
    {
        role, contributes = "Eight beds", seeks = "A warning by telephone before eleven",
        limits = new[] { new { kind = "Capacity", text = "Eight beds" }, new { kind = "Sharing", text = "Nothing without a release" } },
    };

    public static async Task<MemberCardView> RoleSaidAsync(this Scene scene, Guid taskForce, Guid agency) =>
        await (await Scene.ChangeAsync(scene.HubAdmin, HttpMethod.Put, CardOf(taskForce, agency), CardOf(taskForce, agency), Role())).ReadAsync<MemberCardView>();

    public static Task<HttpResponseMessage> ReviewAsync(HttpClient client, Guid taskForce, Guid agency) =>
        Scene.ChangeAsync(client, HttpMethod.Post, $"{CardOf(taskForce, agency)}/review", CardOf(taskForce, agency));

    public static async Task<MemberCardView> RoleOfAsync(this Scene scene, Guid taskForce, Guid agency) =>
        await (await scene.HubAdmin.GetAsync(CardOf(taskForce, agency))).ReadAsync<MemberCardView>(HttpStatusCode.OK);
}
