namespace Demonstration.Fable;

/// <summary>
/// Chapter 1: a coordinator forms the task force, four agencies join and meet three times, the chair passes from the
/// founder to the police deputy chief, and no seat is orphaned.
/// </summary>
public static class QueSeraSera
{
    public static async Task<Cast> PlayAsync(Stage stage)
    {
        var admin = await stage.SignInAsync("admin");
        await admin.PostAsync("/api/membership/hubs", new { code = Cast.Hub, name = "Harbor Region" });
        var hubAdmin = await stage.IntroduceAsync(admin, "hub-admin", new { name = "Harbor hub office", hub = Cast.Hub, roles = new[] { "hub-admin" } });

        var taskForce = await hubAdmin.PostAsync("/api/membership/task-forces", new
        {
            hub = Cast.Hub, name = "Harbor Human Trafficking Task Force", formality = "Informal", model = "Coalition",
            purpose = "That nobody in the harbor region is bought or sold, and that whoever was finds every door open.",
        });
        var taskForceId = taskForce.GetProperty("id").GetGuid();
        var coordinator = await UntilKnownAsync(() => stage.IntroduceAsync(hubAdmin, "coordinator", new
        {
            name = "Harbor coordinator", hub = Cast.Hub, taskForceId, roles = new[] { "coordinator", "analyst" },
        }));

        var cast = new Cast { TaskForceId = taskForceId, HubAdmin = hubAdmin, Coordinator = coordinator };
        foreach (var agency in Cast.Founders.Concat(Cast.Providers)) await BringInAsync(stage, cast, agency);
        await SeatFoundersAsync(cast);
        await MeetAsync(cast);
        await PassTheChairAsync(cast);
        return cast;
    }

    private static async Task BringInAsync(Stage stage, Cast cast, CastAgency agency)
    {
        var csv = $"id,name,description\n{Guid.NewGuid()},\"{agency.Name}\",\"An invented agency of the demonstration\"\n";
        var report = await cast.HubAdmin.PostCsvAsync($"/api/membership/agencies/import?agencyClass={agency.Class}&agencyType={agency.Type}", csv);
        var agencyId = report.GetProperty("agencies")[0].GetProperty("id").GetGuid();
        cast.Agencies[agency.Key] = agencyId;

        await cast.Coordinator.PostAsync($"/api/membership/task-forces/{cast.TaskForceId}/members", new { agencyId });
        object Grant(string name, string[] roles) => new
        {
            name = $"{agency.Name}: {name}", agencyId, agencyClass = agency.Class, hub = Cast.Hub, taskForceId = cast.TaskForceId, roles,
        };

        // The hub's office names the agency's administrator; whom the agency lets work with cases is its own affair.
        var administrator = await UntilKnownAsync(() => stage.IntroduceAsync(cast.HubAdmin, $"{agency.Key}-admin", Grant("administration", ["agency-admin"])));
        cast.Administrators[agency.Key] = administrator;
        cast.People[agency.Key] = await stage.IntroduceAsync(administrator, agency.Key, Grant("case system", agency.Roles));
    }

    private static async Task SeatFoundersAsync(Cast cast)
    {
        cast.Seats["founder"] = await SeatAsync(cast, Cast.Police, "Rowan Ashby", "Captain and founder", "RepresentingAgency");
        cast.Seats["police"] = await SeatAsync(cast, Cast.Police, "Marisol Quay", "Deputy chief", "AgencyLevel", cast.Seats["founder"]);
        cast.Seats["victim-services"] = await SeatAsync(cast, Cast.VictimServices, "Amara Lindqvist", "Victim advocate", "RepresentingAgency");
        cast.Seats["federal-investigations"] = await SeatAsync(cast, Cast.Investigations, "Tomas Varga", "Special agent", "RepresentingAgency");
        cast.Seats["prosecutor"] = await SeatAsync(cast, Cast.Prosecutor, "Ines Okafor", "Assistant prosecutor", "RepresentingAgency");
    }

    internal static async Task<Guid> SeatAsync(Cast cast, CastAgency agency, string name, string title, string involvement, Guid? alternateFor = null)
    {
        var seat = await cast.Coordinator.PostAsync($"{cast.TaskForce}/seats", new
        {
            agencyId = cast.IdOf(agency), personName = name, title, involvement, alternateForSeatId = alternateFor,
        });
        return seat.GetProperty("id").GetGuid();
    }

    /// <summary>Once a month, the founder in the chair; the prosecutor misses one.</summary>
    private static async Task MeetAsync(Cast cast)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        string[][] present =
        [
            ["founder", "victim-services", "federal-investigations", "prosecutor"],
            ["founder", "victim-services", "federal-investigations"],
            ["founder", "police", "victim-services", "federal-investigations", "prosecutor"],
        ];
        foreach (var (months, attended) in new[] { 3, 2, 1 }.Zip(present))
            await HeldAsync(cast, "Monthly meeting", today.AddMonths(-months), attended.Select(who => cast.Seats[who]));
    }

    /// <summary>A meeting that took place, and who came.</summary>
    internal static async Task<Guid> HeldAsync(Cast cast, string title, DateOnly on, IEnumerable<Guid> seats)
    {
        var planned = await cast.Coordinator.PostAsync($"{cast.TaskForce}/meetings", new
        {
            title, on, startsAt = "10:00:00", durationMinutes = 90, timeZone = "America/Los_Angeles", place = "Harbor library, upstairs",
        });
        var meeting = planned.GetProperty("id").GetGuid();
        await cast.Coordinator.ChangeAsync($"{cast.TaskForce}/meetings/{meeting}", "holding", new { seats });
        return meeting;
    }

    /// <summary>
    /// The founder takes the chair and moves on: his alternate acts at once, and the members then give the deputy chief a
    /// term of her own.
    /// </summary>
    private static async Task PassTheChairAsync(Cast cast)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var leadership = $"{cast.TaskForce}/leadership";
        await cast.Coordinator.PostAsync($"{leadership}/positions", new
        {
            holders = new[] { new { kind = "Chair", seatId = cast.Seats["founder"] } }, from = today, why = "He brought us together.",
        });
        await cast.Coordinator.ChangeAsync($"{cast.TaskForce}/seats/{cast.Seats["founder"]}", "end", new { reason = "Moved" });
        await cast.Coordinator.ChangeAsync($"{cast.TaskForce}/seats/{cast.Seats["police"]}", "succession", new { });

        var acting = (await cast.Coordinator.GetAsync(leadership)).GetProperty("positions")[0].GetProperty("id").GetGuid();
        await cast.Coordinator.ChangeAsync($"{leadership}/positions/{acting}", "succession", new
        {
            seatId = cast.Seats["police"], on = today, termEndsOn = today.AddYears(2), why = "The founder has moved on; we want continuity.",
        });
    }

    /// <summary>A service may hear of another's fact a moment later; whoever is told so asks again.</summary>
    internal static async Task<T> UntilKnownAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (RefusedException refused) when (attempt < 100 && IsLag(refused))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static bool IsLag(RefusedException refused) => (int)refused.Status is 409 or 422 or 503;
}
