using System.Text.Json;

namespace Demonstration.Fable;

/// <summary>What chapter 3 left behind, for whoever wants to look.</summary>
/// <param name="Agreement">The MOU: three have signed, one awaits its county board.</param>
/// <param name="Protocol">The case-response protocol, version 1.</param>
public sealed record HerdedCats(Guid Agreement, Guid Protocol);

/// <summary>
/// Chapter 3: vision and mission by vote; an MOU that three agencies sign and one takes to its county board; the victim
/// advocate as the central contact; three committees; and a protocol that says who is called, with a backup, and asks
/// everybody it names to acknowledge it.
/// </summary>
public static class HerdingCats
{
    private static readonly CastAgency[] Signers = [Cast.Police, Cast.VictimServices, Cast.Prosecutor];

    public static async Task<HerdedCats> PlayAsync(Stage stage, Cast cast)
    {
        await AdoptVisionAsync(cast);
        await NameCentralContactAsync(cast);
        foreach (var provider in Cast.Providers)
            cast.Seats[provider.Key] = await QueSeraSera.SeatAsync(cast, provider, $"Intake lead of {provider.Name}", "Intake lead", "AgencyLevel");
        await FormCommitteesAsync(cast);
        await Cards.WriteAsync(cast);
        return new HerdedCats(await SignAgreementAsync(cast), await AdoptProtocolAsync(stage, cast));
    }

    private static async Task AdoptVisionAsync(Cast cast)
    {
        var draft = await cast.Coordinator.PostAsync($"{cast.TaskForce}/visions", new
        {
            vision = "Create survivors through collaboration.",
            mission = "Every report is answered, every survivor finds her own way on, and no agency answers alone.",
        });
        await cast.Coordinator.ChangeAsync($"{cast.TaskForce}/visions/1", "adoption", new { decisionId = await VoteAsync(cast, "VisionAndMission", IdOf(draft)) });
    }

    /// <summary>All members vote; the field office abstains until it has asked its headquarters.</summary>
    private static async Task<Guid> VoteAsync(Cast cast, string about, Guid subject)
    {
        var decision = await cast.Coordinator.PostAsync($"{cast.TaskForce}/decisions", new
        {
            about, subjectId = subject, question = "Do we adopt it as it was read?", method = "Vote", decidedOn = DateOnly.FromDateTime(DateTime.UtcNow),
            ballots = Cast.Founders.Concat(Cast.Providers).Select(agency => new
            {
                voterId = cast.IdOf(agency), choice = agency == Cast.Investigations ? "Abstain" : "Yes",
            }),
        });
        return IdOf(decision);
    }

    private static Task<JsonElement> NameCentralContactAsync(Cast cast) => cast.Coordinator.ReplaceAsync($"{cast.TaskForce}/seats/{cast.Seats["victim-services"]}", new
    {
        involvement = "RepresentingAgency", title = "Victim advocate", role = "Central contact: whoever has a report calls her first",
        authority = "WithinLimits", inCoreGroup = true,
    });

    private static async Task FormCommitteesAsync(Cast cast)
    {
        foreach (var (name, purpose, chair, agencies) in new (string, string, string, CastAgency[])[]
        {
            ("Law Enforcement", "Investigations that put the victim first.", "police", [Cast.Police, Cast.Investigations, Cast.Prosecutor]),
            ("Victim Services", "Beds, interpreters and counsel, at any hour.", "victim-services", [Cast.VictimServices, .. Cast.Providers]),
            ("Outreach", "That the next report is made.", "prosecutor", [Cast.Prosecutor, Cast.VictimServices]),
        })
        {
            await cast.Coordinator.PostAsync($"{cast.TaskForce}/committees", new
            {
                kind = "Committee", name, purpose, formedOn = DateOnly.FromDateTime(DateTime.UtcNow), chairSeatId = cast.Seats[chair], agencyIds = agencies.Select(cast.IdOf),
            });
        }
    }

    private static async Task<Guid> SignAgreementAsync(Cast cast)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var drafted = await cast.Coordinator.PostAsync($"{cast.TaskForce}/agreements", new
        {
            kind = "MOU", title = "Memorandum of understanding",
            terms = new { roles = "Each does what it does anyway, and tells the others what it cannot do.", timeframe = "Two years.", expiresOn = today.AddYears(2) },
        });
        var agreement = $"{cast.TaskForce}/agreements/{IdOf(drafted)}";
        await cast.Coordinator.ReplaceAsync($"{agreement}/signatories", new
        {
            signatories = Signers.Append(Cast.FirstShelter)
                .Select(agency => new { agencyId = cast.IdOf(agency), capacity = "Head of agency", needsBoardApproval = agency == Cast.FirstShelter }),
        }, agreement);
        await cast.Coordinator.ReplaceAsync($"{agreement}/versions/1/document", Paper.Pdf("Memorandum of understanding"), "application/pdf", agreement);
        var opened = await cast.Coordinator.ChangeAsync(agreement, "opening", new { });

        var signatories = opened.GetProperty("versions")[0].GetProperty("signatories").EnumerateArray()
            .ToDictionary(signatory => signatory.GetProperty("agencyId").GetGuid(), IdOf);
        foreach (var agency in Signers)
        {
            await cast.AdministratorOf(agency).ChangeAsync(agreement, $"signatories/{signatories[cast.IdOf(agency)]}/signature", new
            {
                method = "Electronic", signedOn = today, seatId = cast.Seats[agency.Key],
            });
        }

        await cast.AdministratorOf(Cast.FirstShelter).ChangeAsync(agreement, $"signatories/{signatories[cast.IdOf(Cast.FirstShelter)]}/board-review", new
        {
            since = today, expectedOn = today.AddDays(45),
        });
        return IdOf(drafted);
    }

    /// <summary>
    /// Everybody whom it names acknowledges it, but the shelter, whose staff have not been told yet: the central contact
    /// herself, with a token of her own, and the others by their administrators.
    /// </summary>
    private static async Task<Guid> AdoptProtocolAsync(Stage stage, Cast cast)
    {
        var protocol = await cast.Coordinator.PostAsync($"{cast.TaskForce}/protocols", new
        {
            topic = "CaseResponse", title = "Case response",
            text = "Whoever hears of a case calls the central contact. No name, date or place is told before somebody has signed a release.",
        });
        var version = $"{cast.TaskForce}/protocols/{IdOf(protocol)}/versions/1";
        object Call(CastAgency agency) => new { agencyId = cast.IdOf(agency), seatId = cast.Seats[agency.Key] };
        object Step(string key, string title, CastAgency primary, CastAgency backup, string[] share, params (string Step, string When)[] next) => new
        {
            key, title, primary = Call(primary), backups = new[] { Call(backup) }, mayShare = share, withinMinutes = 60,
            next = next.Select(follows => new { step = follows.Step, when = follows.When }),
        };
        string[] need = ["NeedWithoutIdentity", "Languages", "MinorsOrNot"];
        await cast.Coordinator.ReplaceAsync($"{version}/steps", new
        {
            steps = new[]
            {
                Step("contact", "Call the central contact", Cast.VictimServices, Cast.SecondShelter, need, ("operation", "Always"), ("shelter", "Always")),
                Step("operation", "Agree on an operation", Cast.Police, Cast.Investigations, ["EstimatedVictims", "Genders", "Languages", "MinorsOrNot", "Timeframe"], ("charges", "Always")),
                Step("shelter", "Find a bed for tonight", Cast.FirstShelter, Cast.SecondShelter, need, ("interpreter", "Answered")),
                Step("interpreter", "Call an interpreter", Cast.Interpreters, Cast.VictimServices, ["Languages", "Timeframe"], ("counsel", "Always")),
                Step("counsel", "Offer counsel of her own", Cast.LegalServices, Cast.VictimServices, need),
                Step("charges", "Tell the prosecutor", Cast.Prosecutor, Cast.Investigations, ["EstimatedVictims", "Timeframe"]),
            },
        }, version);
        var draft = await cast.Coordinator.GetAsync(version);
        await cast.Coordinator.ChangeAsync(version, "adoption", new { decisionId = await VoteAsync(cast, "Protocol", IdOf(draft)) });
        var advocate = await QueSeraSera.UntilKnownAsync(() => stage.IntroduceAsync(cast.AdministratorOf(Cast.VictimServices), "central-contact", new
        {
            name = $"{Cast.VictimServices.Name}: the central contact", agencyId = cast.IdOf(Cast.VictimServices), agencyClass = Cast.VictimServices.Class, hub = Cast.Hub,
            taskForceId = cast.TaskForceId, seatId = cast.Seats[Cast.VictimServices.Key], roles = new[] { "case-worker" },
        }));
        await advocate.PostAsync($"{version}/acknowledgements", new { });
        foreach (var agency in Cast.Founders.Concat(Cast.Providers).Where(agency => agency != Cast.FirstShelter && agency != Cast.VictimServices))
            await cast.AdministratorOf(agency).PostAsync($"{version}/acknowledgements", new { seatId = cast.Seats[agency.Key] });
        return IdOf(protocol);
    }

    private static Guid IdOf(JsonElement made) => made.GetProperty("id").GetGuid();
}
