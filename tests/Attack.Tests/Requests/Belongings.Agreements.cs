using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;
using Membership.Reminders;
using Membership.Storage;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using Testing;

namespace Attack.Tests.Requests;

internal sealed partial class Belongings
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n"u8.ToArray();

    public static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public JsonArray Signatories => new(
        [.. new[] { AgencyClass.VictimServices, AgencyClass.LawEnforcement }.Select(agencyClass => (JsonNode)new JsonObject
        {
            ["agencyId"] = Home.Agencies[agencyClass].ToString(), ["capacity"] = "Director", ["needsBoardApproval"] = agencyClass == AgencyClass.VictimServices,
        })]);

    /// <summary>A draft between two agencies, with its document.</summary>
    public async Task<string> AgreementAsync()
    {
        var agreement = await MakeAsync($"/task-forces/{TaskForce}/agreements", Roles.Coordinator, new()
        {
            ["kind"] = "MOU", ["title"] = "Together", ["terms"] = new JsonObject { ["roles"] = "Each its own", ["timeframe"] = "Three years" },
        });
        await DoAsync(HttpMethod.Put, $"{agreement}/signatories", JsonContent.Create(new JsonObject { ["signatories"] = Signatories }));
        var document = new ByteArrayContent(Pdf);
        document.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        await DoAsync(HttpMethod.Put, $"{agreement}/versions/1/document", document);
        return agreement;
    }

    /// <summary>It, and who signs it for the victim service provider.</summary>
    public async Task<(string Agreement, string Signatory)> OpenAgreementAsync()
    {
        var agreement = await AgreementAsync();
        var opened = await DoAsync(HttpMethod.Post, $"{agreement}/opening", null);
        return (agreement, opened.GetProperty("versions")[0].GetProperty("signatories").EnumerateArray()
            .Single(signatory => signatory.GetProperty("agencyId").GetString() == Agency).GetProperty("id").GetString()!);
    }

    public Task<string> CommitmentAsync() => MakeAsync($"/task-forces/{TaskForce}/commitments", Roles.Coordinator, new()
    {
        ["kind"] = "Other", ["what"] = "Give a room", ["period"] = "Year", ["countDue"] = 2, ["startsOn"] = Today,
    });

    public async Task<(string Commitment, string Fulfilment)> ClaimAsync()
    {
        var commitment = await CommitmentAsync();
        return (commitment, await MakeAsync($"/task-forces/{TaskForce}/commitments/{commitment}/fulfilments", Roles.AgencyAdmin, new()
        {
            ["agencyId"] = Agency, ["on"] = Today, ["note"] = "The room on Main",
        }));
    }

    /// <summary>The first that the task force has loaded.</summary>
    public async Task<int> FrameworkAsync()
    {
        using var loaded = await platform.SendAsync("membership", HttpMethod.Get, $"/task-forces/{TaskForce}/frameworks/1", Home.As(Roles.Coordinator));
        if (!loaded.IsSuccessStatusCode) await MakeAsync("membership", $"/task-forces/{TaskForce}/frameworks/default", Home.As(Roles.Coordinator), null, "number");
        return 1;
    }

    public async Task<string> RoundAsync() => await MakeAsync($"/task-forces/{TaskForce}/assessment-rounds", Roles.Coordinator, new()
    {
        ["frameworkVersion"] = await FrameworkAsync(), ["opensOn"] = Today, ["closesOn"] = "2041-01-01",
    });

    public async Task<(string Round, string Answer)> AnswerAsync()
    {
        var round = await RoundAsync();
        return (round, await MakeAsync($"/task-forces/{TaskForce}/assessment-rounds/{round}/answers", Roles.AgencyAdmin, new()
        {
            ["element"] = "Training", ["stage"] = 2, ["evidence"] = "Two sessions", ["direction"] = "Forward",
        }));
    }

    /// <summary>As the watch would raise it, for the agency of this class at home.</summary>
    public async Task<string> ReminderAsync(AgencyClass agencyClass)
    {
        Undertaking.Begin(Undertaking.OfPlatform("membership", "reminder-watch"));
        await using var scope = platform.Services["membership"].CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var reminder = Reminder.Raise(
            new DueReminder(Home.Hub, Home.TaskForceId, Home.Agencies[agencyClass], null, ReminderKind.CommitmentDue, Guid.NewGuid(), 1, today), today);
        db.Reminders.Add(reminder);
        await db.SaveChangesAsync();
        return reminder.Id.ToString();
    }

    private async Task<JsonElement> DoAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var answer = await platform.SendAsync("membership", method, $"/task-forces/{TaskForce}/agreements/{path}", Home.As(Roles.Coordinator), content, "*");
        return await answer.ReadAsync<JsonElement>();
    }
}
