using System.Text.Json;

namespace Demonstration.Fable;

/// <summary>What chapter 2 left behind, for whoever wants to look.</summary>
/// <param name="Clients">The two women, by the ids that only Lantern Victim Services knows.</param>
/// <param name="Declined">The first shelter's referral, which it declined for want of a bed.</param>
/// <param name="Accepted">The referrals that were accepted.</param>
public sealed record BrokenEggs(IReadOnlyList<Guid> Clients, Guid Declined, IReadOnlyList<Guid> Accepted);

/// <summary>
/// Chapter 2: two clients are taken in under pseudonymous codes; each is referred for a bed, an interpreter and legal
/// help, phase one only. The first shelter has no bed, the second takes them.
/// </summary>
public static class BreakSomeEggs
{
    public static async Task<BrokenEggs> PlayAsync(Stage stage, Cast cast)
    {
        var lantern = cast.WorkerOf(Cast.VictimServices);
        var first = await TakeInAsync(lantern, ageBand: "From18To24");
        var second = await TakeInAsync(lantern, ageBand: "From25To59");

        var noBed = await ReferAsync(cast, first, Cast.FirstShelter, "EmergencyHousing", "Immediate");
        await AnswerAsync(cast, Cast.FirstShelter, noBed, "decline", new { reason = "NoCapacity" });

        var accepted = new List<Guid>();
        foreach (var client in new[] { first, second })
        {
            accepted.Add(await AcceptedAsync(cast, client, Cast.SecondShelter, "EmergencyHousing", "Immediate"));
            accepted.Add(await AcceptedAsync(cast, client, Cast.Interpreters, "InterpretationTranslation", "Urgent"));
            accepted.Add(await AcceptedAsync(cast, client, Cast.LegalServices, "ImmigrationLegal", "Routine"));
        }

        return new BrokenEggs([first, second], noBed, accepted);
    }

    private static async Task<Guid> TakeInAsync(Actor worker, string ageBand)
    {
        var client = await worker.PostAsync("/api/case-referral/clients", new
        {
            kind = "Principal", intake = "New", ageBand, gender = "Feminine", languages = new[] { "tha" },
            traffickingType = "Sex", traffickingStatus = "PossibleVictimOfTrafficking",
        });
        return client.GetProperty("id").GetGuid();
    }

    private static async Task<Guid> AcceptedAsync(Cast cast, Guid client, CastAgency to, string service, string urgency)
    {
        var referral = await ReferAsync(cast, client, to, service, urgency);
        await AnswerAsync(cast, to, referral, "acceptance", new { });
        return referral;
    }

    private static async Task<Guid> ReferAsync(Cast cast, Guid client, CastAgency to, string service, string urgency)
    {
        var referral = await QueSeraSera.UntilKnownAsync(() => cast.WorkerOf(Cast.VictimServices).PostAsync("/api/case-referral/referrals", new
        {
            clientId = client, toAgencyId = cast.IdOf(to), services = new[] { service }, languages = new[] { "tha" }, urgency,
            riskFlags = urgency == "Immediate" ? new[] { "NoSafePlaceTonight" } : [],
        }));
        return referral.GetProperty("id").GetGuid();
    }

    private static Task<JsonElement> AnswerAsync(Cast cast, CastAgency agency, Guid referral, string verb, object body) =>
        cast.WorkerOf(agency).ChangeAsync($"/api/case-referral/referrals/{referral}", verb, body);
}
