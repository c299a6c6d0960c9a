using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;

namespace Membership.Hubs;

/// <summary>A new region.</summary>
/// <param name="Code">Names the hub in every route, stream and token; never changes.</param>
public sealed record NewHub(
    [property: Required, RegularExpression("^[a-z][a-z0-9-]{1,30}$")] string Code,
    [property: Required, PlainText, StringLength(200)] string Name);

internal static class EstablishHub
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/hubs", HandleAsync)
        .RequireRoles(Roles.PlatformAdmin)
        .WithSummary("Establishes a hub, a region of task forces.");

    private static async Task<Results<Created<HubView>, ProblemHttpResult>> HandleAsync(
        NewHub request, MembershipDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (request.Code == JournalEntry.PlatformHub)
            return Problems.Invalid("code", "This code is kept for what belongs to no hub.");

        var hub = Hub.Establish(request.Code, request.Name.Trim());
        db.Hubs.Add(hub);
        db.AuditHeads.Add(new AuditHead { Hub = hub.Code });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("hub-exists", "A hub with this code is established already.");
        }

        http.SetETag(hub);
        return TypedResults.Created($"/hubs/{hub.Code}", HubView.Of(hub));
    }
}
