using System.Text.Json.Nodes;
using Attack.Tests.Platform;
using Contracts;
using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

/// <summary>
/// Of each operation what its schema cannot tell: real ids, and values that must be new. An operation that needs neither
/// needs no entry here; one that does fails the tests with a sentence until it has one.
/// </summary>
internal static class Samples
{
    private static int number;

    /// <summary>By the service (or <c>*</c> for those that every service has), the method and the path.</summary>
    private static readonly Dictionary<string, Func<Belongings, AgencyClass, Task<Sample>>> Known = new()
    {
        ["* GET /journal/{hub}"] = (_, _) => Just(new(Roles.Service) { Path = { ["hub"] = "harbor" } }),
        ["* GET /journal"] = (_, _) => Just(new(Roles.Service)),
        ["* GET /streams"] = (_, _) => Just(new(Roles.Ops)),
        ["* GET /faults"] = (_, _) => Just(new(Roles.Ops)),
        ["* POST /faults/{id}/retry"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.FaultAsync() } },
        ["* POST /faults/{id}/skip"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.FaultAsync() } },

        ["identity GET /clients"] = (_, _) => Just(new(Roles.AgencyAdmin) { Query = "?take=200" }),
        ["identity GET /audit"] = (_, _) => Just(new(Roles.DataProtection) { Query = "?take=200" }),
        ["identity POST /clients"] = (own, _) => Just(new(Roles.AgencyAdmin) { Body = own.Administrator() }),
        ["identity GET /clients/{clientId}"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity DELETE /clients/{clientId}"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity POST /clients/{clientId}/secrets"] = async (own, _) => new(Roles.AgencyAdmin) { Path = { ["clientId"] = await own.RegisteredAsync() } },
        ["identity PUT /clients/{clientId}/jwks"] = async (own, _) => new(Roles.AgencyAdmin)
        {
            Path = { ["clientId"] = await own.RegisteredAsync() }, Body = Belongings.Keys(),
        },
        ["identity POST /keys/rotation"] = (_, _) => Just(new(Roles.PlatformAdmin)),

        ["membership POST /hubs"] = (_, _) => Just(new(Roles.PlatformAdmin) { Body = new() { ["code"] = $"hub-{Next()}" } }),
        ["membership GET /hubs/{code}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["code"] = own.Home.Hub } }),
        ["membership POST /task-forces"] = (own, _) => Just(new(Roles.HubAdmin)
        {
            Body = new() { ["hub"] = own.Home.Hub, ["name"] = $"Task force {Next()}" },
        }),
        ["membership GET /task-forces/{id}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /agencies/import"] = (_, _) => Just(new(Roles.HubAdmin)
        {
            Query = "?agencyClass=Other&agencyType=NGO", File = new() { ["id"] = Guid.NewGuid(), ["name"] = "An agency" },
        }),
        ["membership GET /agencies/{id}"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.Agency } }),
        ["membership GET /task-forces/{id}/members"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/members"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = await own.ListedAgencyAsync() },
        },
        ["membership GET /task-forces/{id}/members/{agencyId}"] = (own, _) => Just(new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency },
        }),
        ["membership DELETE /task-forces/{id}/members/{agencyId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["agencyId"] = await own.MemberAsync() },
        },
        ["membership GET /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/seats"] = (own, _) => Just(new(Roles.AgencyAdmin)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = own.Agency, ["email"] = "someone@agency.example" },
        }),
        ["membership GET /task-forces/{id}/seats/{seatId}"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },
        ["membership POST /task-forces/{id}/seats/{seatId}/end"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce, ["seatId"] = await own.SeatAsync() },
        },

        ["case-referral GET /clients"] = (_, _) => Just(new(Roles.CaseWorker) { Query = "?take=200" }),
        ["case-referral POST /clients"] = (_, _) => Just(new(Roles.CaseWorker) { Body = new() { ["languages"] = new JsonArray("tha") } }),
        ["case-referral GET /clients/{id}"] = async (own, _) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ClientAsync() } },
        ["case-referral POST /referrals"] = async (own, _) => new(Roles.CaseWorker)
        {
            Body = new()
            {
                ["clientId"] = await own.ClientAsync(), ["toAgencyId"] = own.Receiver, ["languages"] = new JsonArray("tha"), ["area"] = "US-CA",
            },
        },
        ["case-referral GET /referrals"] = (_, _) => Just(new(Roles.CaseWorker) { Query = "?direction=in&take=200" }),
        ["case-referral GET /referrals/{id}"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/acceptance"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/decline"] = async (own, to) => new(Roles.CaseWorker) { Path = { ["id"] = await own.ReceivedAsync(to) } },
        ["case-referral POST /referrals/{id}/revocation"] = async (own, _) => new(Roles.CaseWorker) { Path = { ["id"] = await own.SentAsync() } },
        ["case-referral GET /audit"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}" }),
        ["case-referral GET /audit/verification"] = (own, _) => Just(new(Roles.DataProtection) { Query = $"?hub={own.Home.Hub}" }),

        ["reporting-harbor GET /referral-report"] = (_, _) => Just(new(Roles.Supervisor) { Query = "?from=2026-01&to=2026-01" }),
        ["reporting-harbor POST /rebuilds"] = (_, _) => Just(new(Roles.Ops)),
        ["reporting-harbor GET /rebuilds/{id}"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.RebuildAsync() } },
    };

    /// <summary>A valid request, with everything in it that it may hold.</summary>
    /// <param name="agencyClass">Whose resources it is about, where that differs by class.</param>
    public static async Task<Draft> ValidAsync(AttackedPlatform platform, Operation operation, AgencyClass agencyClass = AgencyClass.VictimServices)
    {
        var own = new Belongings(platform, operation.Service);
        var known = Known.GetValueOrDefault(operation.Key) ?? Known.GetValueOrDefault($"* {operation.Method} {operation.Path}");
        var sample = known is null ? new Sample(Roles.PlatformAdmin) : await known(own, agencyClass);
        if (operation.In("path").FirstOrDefault(parameter => !sample.Path.ContainsKey(parameter.Name)) is { } missing)
        {
            throw new InvalidOperationException(
                $"{operation}: nothing says what {{{missing.Name}}} may be. Add a sample with a real one in Attack.Tests/Requests/Samples.cs.");
        }

        var body = sample.File ?? (operation.Body is null ? null : ValidValue.Body(operation, sample.Body));
        return new Draft(operation, own.Home.As(sample.Role), Draft.Fill(operation.Path, sample.Path), sample.Query, body) { PathValues = sample.Path };
    }

    private static Task<Sample> Just(Sample sample) => Task.FromResult(sample);

    private static int Next() => Interlocked.Increment(ref number);
}
