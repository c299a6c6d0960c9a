using System.Text.Json;

namespace Demonstration.Fable;

/// <summary>What each agency says of itself: when it is there, in which languages, and where it is called. All of it invented.</summary>
internal static class Cards
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    private static readonly string[] AllDays = [.. Weekdays, "Saturday", "Sunday"];

    public static async Task WriteAsync(Cast cast)
    {
        await WriteAsync(cast, Cast.VictimServices, 1, ["eng", "spa", "tha"], AllDays, "07:00", "23:00", "OnCall", "The advocate on duty calls back within 15 minutes.", "CaseManagement", "SafetyPlanning");
        await WriteAsync(cast, Cast.Police, 2, ["eng", "spa"], AllDays, "00:00", "00:00", null, "Ask for the watch commander.");
        await WriteAsync(cast, Cast.Investigations, 3, ["eng"], Weekdays, "08:00", "17:00", "OnCall", "The duty agent answers.");
        await WriteAsync(cast, Cast.Prosecutor, 4, ["eng"], Weekdays, "08:30", "17:00", "Voicemail", null);
        await WriteAsync(cast, Cast.FirstShelter, 5, ["eng", "spa"], Weekdays, "09:00", "18:00", null, null, "EmergencyHousing");
        await WriteAsync(cast, Cast.SecondShelter, 6, ["eng", "tha", "vie"], AllDays, "00:00", "00:00", null, null, "EmergencyHousing", "Food", "Clothing");
        await WriteAsync(cast, Cast.Interpreters, 7, ["eng", "spa", "tha", "vie", "tgl"], AllDays, "06:00", "22:00", "Hotline", "Interpreters by telephone at any hour.", "InterpretationTranslation");
        await WriteAsync(cast, Cast.LegalServices, 8, ["eng", "spa", "tha"], Weekdays, "09:00", "17:00", "Voicemail", null, "ImmigrationLegal", "CivilLegal");
        await CountBedsAsync(cast, Cast.SecondShelter, total: 12, available: 3);
    }

    /// <param name="line">The last of its number, of those kept for fiction (+1 202 555 01xx).</param>
    private static Task<JsonElement> WriteAsync(
        Cast cast, CastAgency agency, int line, string[] languages, string[] days, string opens, string closes, string? afterHours, string? afterHoursNote, params string[] services) =>
        cast.AdministratorOf(agency).ReplaceAsync($"/api/membership/agencies/{cast.IdOf(agency)}/card", new
        {
            description = "An invented agency of the demonstration.", languages, areas = new[] { "US-CA" }, timeZone = "America/Los_Angeles", afterHours, afterHoursNote,
            phones = new[] { new { number = $"+1202555010{line}", kind = "Voice", description = "Front desk" } },
            hours = days.Select(day => new { day, opens, closes }),
            services = services.Select(type => new { serviceType = type, name = $"{type} of {agency.Name}" }),
        });

    private static async Task CountBedsAsync(Cast cast, CastAgency shelter, int total, int available)
    {
        var agency = $"/api/membership/agencies/{cast.IdOf(shelter)}";
        await cast.AdministratorOf(shelter).ReplaceAsync($"{agency}/capacities/Beds", new { total, available }, $"{agency}/card");
    }
}
