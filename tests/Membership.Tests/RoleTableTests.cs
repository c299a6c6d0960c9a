using System.Net;
using System.Text.RegularExpressions;
using ServiceDefaults.Access;
using Testing;

namespace Membership.Tests;

/// <summary>Every route, every role: who may, who is refused, to whom it is not there; and nothing at all without a token.</summary>
[Collection(MembershipService.Name)]
public sealed class RoleTableTests(MembershipService service)
{
    private static readonly string[] Nobody = [];
    private static readonly string[] Everybody = [.. Roles.All];
    private static readonly string[] OfNoHub = [Roles.PlatformAdmin, Roles.Ops, Roles.Service];
    private static readonly string[] OfAHub = [.. Roles.All.Except(OfNoHub)];
    private static readonly string[] Runs = [Roles.HubAdmin, Roles.Coordinator];
    private static readonly string[] Seats = [Roles.HubAdmin, Roles.Coordinator, Roles.AgencyAdmin];

    /// <summary>Who may; and to whom of the others it is not there, where they are not refused with 403.</summary>
    private static readonly (string Method, string Path, string[] May, string[] NotThere)[] Table =
    [
        ("POST", "/hubs", [Roles.PlatformAdmin], Nobody),
        ("GET", "/hubs", Everybody, Nobody),
        ("GET", "/hubs/{hub}", [.. OfAHub, Roles.PlatformAdmin, Roles.Ops], [Roles.Service]),
        ("POST", "/task-forces", [Roles.HubAdmin], Nobody),
        ("GET", "/task-forces", Everybody, Nobody),
        ("GET", "/task-forces/{taskForce}", OfAHub, OfNoHub),
        ("POST", "/agencies/import?agencyClass=Other&agencyType=NGO", [Roles.HubAdmin], Nobody),
        ("GET", "/agencies", Everybody, Nobody),
        ("GET", "/agencies/{agency}", OfAHub, OfNoHub),
        ("POST", "/task-forces/{taskForce}/members", Runs, Nobody),
        ("GET", "/task-forces/{taskForce}/members", OfAHub, OfNoHub),
        ("GET", "/task-forces/{taskForce}/members/{agency}", OfAHub, OfNoHub),
        ("DELETE", "/task-forces/{taskForce}/members/{agency}", Runs, Nobody),
        ("POST", "/task-forces/{taskForce}/seats", Seats, Nobody),
        ("GET", "/task-forces/{taskForce}/seats", OfAHub, OfNoHub),
        ("GET", "/task-forces/{taskForce}/seats/{seat}", OfAHub, OfNoHub),
        ("POST", "/task-forces/{taskForce}/seats/{seat}/end", Seats, Nobody),
    ];

    [Fact]
    public async Task The_table_holds()
    {
        var scene = await Scene.StartAsync(service);
        var (taskForce, agency) = await scene.MemberAsync();
        var seat = await scene.SeatAsync(taskForce.Id, agency.Id);
        foreach (var (method, template, may, notThere) in Table)
        {
            var path = Regex.Replace(template, @"\{(\w+)\}", name => name.Groups[1].Value switch
            {
                "hub" => scene.Hub,
                "taskForce" => $"{taskForce.Id}",
                "agency" => $"{agency.Id}",
                _ => $"{seat.Id}",
            });
            foreach (var role in Roles.All)
            {
                // No agency is both the providers' and the police's, so whoever is of another class is of another agency.
                // A hub's office and data protection belong to none.
                var isApart = role is Roles.HubAdmin or Roles.DataProtection;
                var isOther = role is Roles.Investigator or Roles.Prosecutor;
                var answer = await AskAsync(scene.As(role, isOther || isApart ? null : agency.Id, isApart ? null : taskForce.Id));
                Assert.True(Expected(role).Contains(answer), $"{role} {method} {template}: {answer}");
            }

            using var anonymous = service.Anonymous();
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(anonymous));

            // An empty body and no If-Match: who may hears what is missing, who may not is refused before that.
            async Task<HttpStatusCode> AskAsync(HttpClient client) =>
                (await Scene.SendAsync(client, new HttpMethod(method), path, method == "POST" ? new { } : null)).StatusCode;

            HttpStatusCode[] Expected(string role) =>
                may.Contains(role) ? [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.PreconditionRequired]
                : notThere.Contains(role) ? [HttpStatusCode.NotFound]
                : [HttpStatusCode.Forbidden];
        }
    }

    [Fact]
    public void Nothing_of_its_own_is_open_to_everybody() => OpenRoutes.AreOnly(service.Provided);

    [Fact]
    public void The_table_has_every_route_of_the_service()
    {
        var mapped = service.Routes().Where(route => Regex.IsMatch(route, "^[A-Z]+ /(hubs|task-forces|agencies)")).Select(Shape);
        var tabled = Table.Select(line => Shape($"{line.Method} {line.Path.Split('?')[0]}"));
        Assert.Equal(tabled.Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));

        static string Shape(string route) => Regex.Replace(route, @"\{[^}]*\}", "{}");
    }
}
