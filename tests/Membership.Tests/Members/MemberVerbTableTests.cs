using System.Net;
using Membership.Members;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests.Members;

/// <summary>State × verb × role: what each state of a membership and of an application allows, and to whom.</summary>
[Collection(MembershipOfMembers.Name)]
public sealed class MemberVerbTableTests(MembershipService service)
{
    private static readonly string[] Runs = [Roles.HubAdmin, Roles.Coordinator];
    private static readonly string[] Decides = [Roles.Coordinator, Roles.CoreGroup];
    private static readonly string[] Own = [Roles.AgencyAdmin];

    /// <summary>The verb, its body, who may, and in which states.</summary>
    private static readonly (string Verb, object? Body, string[] May, MemberState[] In)[] OfMembers =
    [
        ("activation", new { reason = "As agreed." }, Runs, [MemberState.Provisional]),
        ("suspension", new { reason = "As agreed." }, Runs, [MemberState.Provisional, MemberState.Active]),
        ("reinstatement", new { reason = "As agreed." }, Runs, [MemberState.Suspended]),
        ("removal-notice", new { cause = 1, statement = "As known." }, Decides, [MemberState.Provisional, MemberState.Active, MemberState.Suspended]),
        ("departure", new { reason = "As agreed." }, Own, [MemberState.Provisional, MemberState.Active, MemberState.Suspended]),
        ("", null, Own, [MemberState.Provisional, MemberState.Active, MemberState.Suspended]),
    ];

    private static readonly (string Verb, object Body, string[] May, ApplicationState[] In)[] OfApplications =
    [
        ("vetting", MemberScene.Vetted(), Decides, [ApplicationState.Received, ApplicationState.Vetted]),
        ("admission", MemberScene.By(Guid.Empty), [Roles.CoreGroup], [ApplicationState.Vetted]),
        ("refusal", MemberScene.By(Guid.Empty), [Roles.CoreGroup], [ApplicationState.Vetted]),
        ("withdrawal", new { reason = "As agreed." }, [.. Runs, .. Own], [ApplicationState.Received, ApplicationState.Vetted]),
    ];

    [Fact]
    public async Task What_each_state_of_a_membership_allows_and_to_whom()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, _) = await scene.WithTermsAsync(openness: "Open");
        foreach (var state in Enum.GetValues<MemberState>())
        {
            // What is refused changes nothing: all of it is tried with one member, and only what is allowed with one of its own.
            var kept = await MemberInAsync(scene, taskForce, state);
            foreach (var (verb, body, may, states) in OfMembers)
            {
                foreach (var role in Roles.All.Except(may).Except([Roles.Coordinator]))
                    IsRefused(role, await SendAsync(role, kept), $"{verb} of {state}");

                var allowed = states.Contains(state);
                var answer = await SendAsync(may[^1], allowed ? await MemberInAsync(scene, taskForce, state) : kept);
                Assert.True(answer.IsSuccessStatusCode == allowed, $"{may[^1]}: {verb} of {state}: {answer.StatusCode}");
                if (!allowed) Assert.Equal("state-conflict", await answer.ProblemAsync(HttpStatusCode.Conflict));

                Task<HttpResponseMessage> SendAsync(string role, Guid agency)
                {
                    var path = MemberScene.Members(taskForce, agency);
                    var (method, route) = verb.Length == 0 ? (HttpMethod.Delete, path) : (HttpMethod.Post, $"{path}/{verb}");
                    return Scene.ChangeAsync(As(scene, role, agency, taskForce), method, route, path, body);
                }
            }
        }
    }

    [Fact]
    public async Task What_each_state_of_an_application_allows_and_to_whom()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, founder) = await scene.WithTermsAsync(process: "CoreGroup");
        foreach (var state in Enum.GetValues<ApplicationState>())
        {
            var kept = await ApplicationInAsync(scene, taskForce, founder, state);
            foreach (var (verb, body, may, states) in OfApplications)
            {
                foreach (var role in Roles.All.Except(may).Except([Roles.Coordinator]))
                    IsRefused(role, await SendAsync(role, kept), $"{verb} of {state}");

                var allowed = states.Contains(state);
                var own = allowed ? await ApplicationInAsync(scene, taskForce, founder, state) : kept;
                var answer = await SendAsync(may[^1], own, allowed ? await DecidedAsync(scene, taskForce, founder, own, verb) : null);
                Assert.True(answer.IsSuccessStatusCode == allowed, $"{may[^1]}: {verb} of {state}: {answer.StatusCode}");
                if (!allowed) Assert.Equal("state-conflict", await answer.ProblemAsync(HttpStatusCode.Conflict));

                async Task<HttpResponseMessage> SendAsync(string role, ApplicationView application, object? decided = null)
                {
                    var path = MemberScene.Application(taskForce, application.Id);
                    using var read = await scene.HubAdmin.GetAsync(path);
                    return await Scene.SendAsync(As(scene, role, application.AgencyId, taskForce), HttpMethod.Post, $"{path}/{verb}", decided ?? body, read.Headers.ETag);
                }
            }
        }
    }

    /// <summary>An agency's token names no task force: one that is suspended or gone still has it. Whoever is of another class is of another agency.</summary>
    private static HttpClient As(Scene scene, string role, Guid agency, Guid taskForce) => role switch
    {
        Roles.AgencyAdmin => scene.As(role, agency),
        Roles.Investigator or Roles.Prosecutor or Roles.HubAdmin or Roles.DataProtection => scene.As(role),
        Roles.Coordinator or Roles.CoreGroup => scene.As(role, taskForce: taskForce),
        _ => scene.As(role, agency),
    };

    private static void IsRefused(string role, HttpResponseMessage answer, string what) =>
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{role}: {what}: {answer.StatusCode}");

    private static async Task<Guid> MemberInAsync(Scene scene, Guid taskForce, MemberState state)
    {
        var agency = (await scene.AppliedAsync(taskForce)).AgencyId;
        var path = MemberScene.Members(taskForce, agency);
        var steps = state switch
        {
            MemberState.Active => "activation",
            MemberState.Suspended => "suspension",
            _ => null,
        };
        if (steps is not null) Assert.True((await MemberScene.UseAsync(scene.HubAdmin, path, steps, new { reason = "As agreed." })).IsSuccessStatusCode);
        if (state == MemberState.Ended) Assert.True((await scene.LeaveAsync(taskForce, agency)).IsSuccessStatusCode);
        return agency;
    }

    /// <summary>What is decided with, where the verb wants a decision.</summary>
    private static async Task<object?> DecidedAsync(Scene scene, Guid taskForce, Guid founder, ApplicationView application, string verb) =>
        verb is "admission" or "refusal"
            ? MemberScene.By((await scene.CoreGroupDecidesAsync(taskForce, founder, application.Id, verb == "admission" ? "Yes" : "No")).Id) : null;

    private static async Task<ApplicationView> ApplicationInAsync(Scene scene, Guid taskForce, Guid founder, ApplicationState state)
    {
        var application = state is ApplicationState.Received or ApplicationState.Withdrawn
            ? await scene.AppliedAsync(taskForce) : await scene.VettedAsync(taskForce);
        var path = MemberScene.Application(taskForce, application.Id);
        var (role, verb) = state switch
        {
            ApplicationState.Admitted => (Roles.CoreGroup, "admission"),
            ApplicationState.Refused => (Roles.CoreGroup, "refusal"),
            ApplicationState.Withdrawn => (Roles.Coordinator, "withdrawal"),
            _ => ("", ""),
        };
        if (verb.Length > 0)
        {
            var body = await DecidedAsync(scene, taskForce, founder, application, verb) ?? new { reason = "As agreed." };
            Assert.True((await MemberScene.UseAsync(scene.As(role, taskForce: taskForce), path, verb, body)).IsSuccessStatusCode);
        }

        return application;
    }
}
