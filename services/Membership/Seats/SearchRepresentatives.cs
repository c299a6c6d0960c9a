using System.ComponentModel.DataAnnotations;
using Contracts;
using Membership.Agencies;
using Membership.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Seats;

/// <summary>Who is looked for. In a body, for no address may hold a person's name.</summary>
/// <param name="Name">How the words of the name begin, in any case and without accents.</param>
public sealed record RepresentativeSearch([property: Required, PlainText, StringLength(100, MinimumLength = 2)] string Name);

/// <summary>Somebody who sits for an agency now.</summary>
public sealed record RepresentativeView(Guid SeatId, Guid TaskForceId, Guid AgencyId, Involvement Involvement, bool Alternate, PersonView Person)
{
    internal static RepresentativeView Of(Seat seat) => new(
        seat.Id, seat.TaskForceId, seat.AgencyId, seat.Involvement, seat.AlternateForSeatId is not null,
        new PersonView(seat.PersonName, seat.PersonTitle, seat.PersonEmail));
}

internal static class SearchRepresentatives
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/representatives/search", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin)
        .WithSummary("Finds those who sit now by name: in the hub, the caller's task force or its agency, as far as the caller may see persons.");

    private static async Task<Results<Ok<IReadOnlyList<RepresentativeView>>, ProblemHttpResult>> HandleAsync(
        RepresentativeSearch request, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken)
    {
        var words = NameWords.Of(request.Name);
        if (words.Count == 0) return Problems.Invalid("name", "Send at least one letter.");

        return await Search(db, caller, words).ToPageAsync(page, http, RepresentativeView.Of, cancellationToken);
    }

    /// <summary>By <see cref="SeatAccess.MaySeePerson"/>, in what the index holds: whoever may not see a person finds none.</summary>
    internal static IQueryable<Seat> Search(MembershipDb db, Caller caller, IReadOnlyList<string> words)
    {
        var visible = db.SeatNameWords.Where(row => row.Hub == caller.Hub);
        if (!caller.Is(Roles.HubAdmin))
        {
            var taskForce = caller.Is(Roles.Coordinator) || caller.Is(Roles.CoreGroup) ? caller.TaskForceId : null;
            var agency = caller.Is(Roles.AgencyAdmin) ? caller.AgencyId : null;
            visible = (taskForce, agency) switch
            {
                (not null, not null) => visible.Where(row => row.TaskForceId == taskForce || row.AgencyId == agency),
                (not null, null) => visible.Where(row => row.TaskForceId == taskForce),
                (null, not null) => visible.Where(row => row.AgencyId == agency),
                _ => visible.Where(row => false),
            };
        }

        return words.Aggregate(db.Seats.Where(seat => seat.EndedAt == null), (seats, word) =>
        {
            var end = NameWords.EndOf(word);
            var named = visible.Where(row => string.Compare(row.Word, word) >= 0 && string.Compare(row.Word, end) < 0).Select(row => row.SeatId);
            return seats.Where(seat => named.Contains(seat.Id));
        });
    }
}
