using System.ComponentModel.DataAnnotations;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Hubs;

/// <summary>A hub.</summary>
public sealed record HubView(string Code, string Name)
{
    public static HubView Of(Hub hub) => new(hub.Code, hub.Name);
}

internal static class ReadHubs
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/hubs", ListAsync).WithSummary("Lists the hubs: all of them for the platform's roles, its own for anybody else; by code, or by what is in the name.");
        api.MapGet("/hubs/{code}", GetAsync).WithSummary("Reads one hub.");
    }

    private static Task<Ok<IReadOnlyList<HubView>>> ListAsync(
        MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken,
        [StringLength(Hub.CodeLength)] string? code = null, [StringLength(100)] string? name = null)
    {
        var hubs = VisibleTo(caller, db);
        if (code is not null) hubs = hubs.Where(hub => hub.Code == code);
        if (name is not null) hubs = hubs.Where(hub => EF.Functions.Like(hub.Name.ToLower(), NamePart.Of(name), NamePart.Escape));
        return hubs.ToPageAsync(page, http, HubView.Of, cancellationToken);
    }

    private static async Task<Results<Ok<HubView>, ProblemHttpResult>> GetAsync(
        string code, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var hub = await VisibleTo(caller, db).SingleOrDefaultAsync(hub => hub.Code == code, cancellationToken);
        if (hub is null) return Problems.NotFound();

        http.SetETag(hub);
        return TypedResults.Ok(HubView.Of(hub));
    }

    private static IQueryable<Hub> VisibleTo(Caller caller, MembershipDb db) =>
        caller.Is(Roles.PlatformAdmin) || caller.Is(Roles.Ops)
            ? db.Hubs.AsNoTracking()
            : db.Hubs.AsNoTracking().Where(hub => hub.Code == caller.Hub);
}
