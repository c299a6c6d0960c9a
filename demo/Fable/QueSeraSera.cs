namespace Demonstration.Fable;

/// <summary>
/// Chapter 1: a coordinator forms the task force, four agencies join, the chair passes from the founder to the police
/// deputy chief, and no seat is orphaned.
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

    /// <summary>The founder's seat ends; his alternate, the deputy chief, is there to follow.</summary>
    private static async Task PassTheChairAsync(Cast cast)
    {
        var seats = $"/api/membership/task-forces/{cast.TaskForceId}/seats";
        var founder = await cast.Coordinator.PostAsync(seats, new
        {
            agencyId = cast.IdOf(Cast.Police), personName = "Rowan Ashby", title = "Captain and founder", involvement = "RepresentingAgency",
        });
        await cast.Coordinator.PostAsync(seats, new
        {
            agencyId = cast.IdOf(Cast.Police), personName = "Marisol Quay", title = "Deputy chief", involvement = "AgencyLevel",
            alternateForSeatId = founder.GetProperty("id").GetGuid(),
        });
        foreach (var agency in Cast.Founders.Where(agency => agency != Cast.Police))
        {
            await cast.Coordinator.PostAsync(seats, new
            {
                agencyId = cast.IdOf(agency), personName = $"Representative of {agency.Name}", involvement = "RepresentingAgency",
            });
        }

        await cast.Coordinator.ChangeAsync($"{seats}/{founder.GetProperty("id").GetGuid()}", "end", new { reason = "Moved" });
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
