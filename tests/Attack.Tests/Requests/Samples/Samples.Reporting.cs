using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known ReportingSamples => new()
    {
        ["reporting-harbor GET /referral-report"] = (_, _) => Just(new(Roles.Supervisor) { Query = "?from=2026-01&to=2026-01" }),
        ["reporting-harbor POST /rebuilds"] = (_, _) => Just(new(Roles.Ops)),
        ["reporting-harbor GET /rebuilds/{id}"] = async (own, _) => new(Roles.Ops) { Path = { ["id"] = await own.RebuildAsync() } },
    };
}
