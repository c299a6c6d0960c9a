using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Membership.Agreements;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Agreements;

/// <summary>A task force with a few members, each with a seat and an administrator, and short words for what they do with an agreement.</summary>
internal sealed class AgreementScene(Scene scene, Guid taskForce, IReadOnlyList<Guid> agencies, IReadOnlyList<Guid> seats)
{
    public const string Pdf = "application/pdf";

    public static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    public static readonly byte[] Document = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n");

    public Scene Scene => scene;
    public Guid TaskForce => taskForce;
    public IReadOnlyList<Guid> Agencies => agencies;
    public HttpClient Coordinator => scene.As(Roles.Coordinator, taskForce: taskForce);
    public string All => $"/task-forces/{taskForce}/agreements";

    public static async Task<AgreementScene> StartAsync(MembershipService service, int members = 2)
    {
        var scene = await Scene.StartAsync(service);
        var taskForce = (await scene.TaskForceAsync()).Id;
        var (agencies, seats) = (new List<Guid>(), new List<Guid>());
        for (var i = 0; i < members; i++)
        {
            var agency = await scene.AgencyAsync(name: $"Agency {i}");
            await scene.JoinAsync(taskForce, agency.Id);
            agencies.Add(agency.Id);
            seats.Add((await scene.SeatAsync(taskForce, agency.Id)).Id);
        }

        return new(scene, taskForce, agencies, seats);
    }

    public HttpClient AdminOf(int member) => scene.As(Roles.AgencyAdmin, agencies[member], taskForce);

    public static object Terms(DateOnly? startsOn = null, DateOnly? expiresOn = null, string roles = "Police call the provider first.") =>
        new { roles, timeframe = "Three years, looked at each January", fiscalDuties = "Each bears its own cost", startsOn, expiresOn };

    public async Task<AgreementView> DraftAsync(string kind = "MOU", DateOnly? startsOn = null, DateOnly? expiresOn = null)
    {
        var body = new { kind, title = "Working together", terms = Terms(startsOn, expiresOn) };
        return await (await Coordinator.PostAsJsonAsync(All, body)).ReadAsync<AgreementView>(HttpStatusCode.Created);
    }

    /// <summary>A draft that can be opened: all members named, the second of whom needs its board where so wished, with a document.</summary>
    public async Task<AgreementView> ReadyAsync(DateOnly? startsOn = null, DateOnly? expiresOn = null, bool board = false, string kind = "MOU")
    {
        var draft = await DraftAsync(kind, startsOn, expiresOn);
        await (await NameAsync(draft, board)).ReadAsync<AgreementView>();
        await (await AttachAsync(draft.Id, 1)).ReadAsync<DocumentView>();
        return await ReadAsync(draft.Id);
    }

    public async Task<AgreementView> OpenAsync(DateOnly? startsOn = null, DateOnly? expiresOn = null, bool board = false, string kind = "MOU")
    {
        var ready = await ReadyAsync(startsOn, expiresOn, board, kind);
        return await (await DoAsync(ready.Id, "opening")).ReadAsync<AgreementView>();
    }

    public async Task<AgreementView> EffectiveAsync(DateOnly? startsOn = null, DateOnly? expiresOn = null, DateOnly? signedOn = null)
    {
        var open = await OpenAsync(startsOn, expiresOn);
        await SignAllAsync(open, signedOn);
        return await ReadAsync(open.Id);
    }

    /// <summary>In force, with an amendment that is drafted with a document and, where so wished, open for signature.</summary>
    public async Task<AgreementView> AmendingAsync(bool open)
    {
        var agreement = await EffectiveAsync();
        await (await DoAsync(agreement.Id, "versions", new { note = "A third partner", terms = Terms(roles: "As before, and one more.") }))
            .ReadAsync<AgreementView>(HttpStatusCode.Created);
        await (await AttachAsync(agreement.Id, 2, [.. Document, (byte)'\n'])).ReadAsync<DocumentView>();
        return open ? await (await DoAsync(agreement.Id, "opening")).ReadAsync<AgreementView>() : await ReadAsync(agreement.Id);
    }

    public async Task SignAllAsync(AgreementView agreement, DateOnly? signedOn = null)
    {
        foreach (var (index, _) in agencies.Index())
            await (await SignAsync(agreement, index, signedOn: signedOn)).ReadAsync<AgreementView>();
    }

    public Task<HttpResponseMessage> NameAsync(AgreementView agreement, bool board = false) => SendAsync(HttpMethod.Put, agreement.Id, "signatories", new
    {
        signatories = agencies.Select((agencyId, index) => new { agencyId, capacity = "Executive director", needsBoardApproval = board && index == 1 }),
    });

    public Task<HttpResponseMessage> SignAsync(
        AgreementView agreement, int member, HttpClient? by = null, string method = "Electronic", DateOnly? signedOn = null, DateOnly? boardApprovedOn = null,
        Guid? seat = null) =>
        DoAsync(agreement.Id, $"signatories/{SignatoryOf(agreement, member)}/signature", new
        {
            method, signedOn = signedOn ?? Today, seatId = seat ?? seats[member], boardApprovedOn, evidenceDigest = new string('a', 64),
        }, by ?? AdminOf(member));

    public Task<HttpResponseMessage> AwaitBoardAsync(AgreementView agreement, int member, DateOnly? expectedOn = null, HttpClient? by = null) =>
        DoAsync(agreement.Id, $"signatories/{SignatoryOf(agreement, member)}/board-review", new { since = Today, expectedOn }, by ?? AdminOf(member));

    public Guid SignatoryOf(AgreementView agreement, int member) => agreement.Versions[0].Signatories.First(one => one.AgencyId == agencies[member]).Id;

    public Task<HttpResponseMessage> DoAsync(Guid agreement, string verb, object? body = null, HttpClient? by = null) =>
        SendAsync(HttpMethod.Post, agreement, verb, body, by);

    /// <summary>Whatever version it has now is the one that is meant.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, Guid agreement, string verb, object? body = null, HttpClient? by = null) =>
        Scene.SendAsync(by ?? Coordinator, method, $"{All}/{agreement}{(verb.Length > 0 ? "/" : "")}{verb}", body, EntityTagHeaderValue.Any);

    public Task<HttpResponseMessage> AttachAsync(Guid agreement, int number, byte[]? bytes = null, string type = Pdf, HttpClient? by = null)
    {
        var content = new ByteArrayContent(bytes ?? Document);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return AttachAsync(agreement, number, content, by);
    }

    public Task<HttpResponseMessage> AttachAsync(Guid agreement, int number, HttpContent content, HttpClient? by = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, DocumentOf(agreement, number)) { Content = content };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        request.Headers.ExpectContinue = true;
        return (by ?? Coordinator).SendAsync(request);
    }

    public string DocumentOf(Guid agreement, int number) => $"{All}/{agreement}/versions/{number}/document";

    public async Task<AgreementView> ReadAsync(Guid agreement) =>
        (await Coordinator.GetFromJsonAsync<AgreementView>($"{All}/{agreement}", Answers.Json))!;

    public async Task<IReadOnlyList<AgreementSummary>> ListAsync(string query) =>
        (await Coordinator.GetFromJsonAsync<List<AgreementSummary>>($"{All}?{query}", Answers.Json))!;
}
