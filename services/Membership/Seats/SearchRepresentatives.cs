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
    /// <summary>So many seats of one word are too many to collect before the first page.</summary>
    private const int Common = 1_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/representatives/search", HandleAsync)
        .RequireRoles(Roles.HubAdmin, Roles.Coordinator, Roles.CoreGroup, Roles.AgencyAdmin)
        .KeepsNoAnswer()
        .WithSummary("Finds those who sit now by name: in the hub, the caller's task force or its agency, as far as the caller may see persons.");

    private static async Task<Results<Ok<IReadOnlyList<RepresentativeView>>, ProblemHttpResult>> HandleAsync(
        RepresentativeSearch request, MembershipDb db, Caller caller, [AsParameters] Page page, HttpContext http, CancellationToken cancellationToken)
    {
        var words = NameWords.Of(request.Name);
        if (words.Count == 0) return Problems.Invalid("name", "Send at least one letter.");

        var found = await db.SearchAsync(caller, words, cancellationToken);
        return await found.ToPageAsync(page, http, RepresentativeView.Of, cancellationToken);
    }

    /// <summary>By <see cref="SeatAccess.MaySeePerson"/>: whoever may not see a person finds none.</summary>
    private static async Task<IQueryable<Seat>> SearchAsync(this MembershipDb db, Caller caller, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var seats = db.Seats.Where(seat => seat.Hub == caller.Hub && seat.EndedAt == null);
        if (caller.Is(Roles.HubAdmin)) return await db.SearchHubAsync(caller.Hub, seats, words, cancellationToken);

        // A task force or an agency has few seats: they are read, and their words looked at.
        var taskForce = caller.Is(Roles.Coordinator) || caller.Is(Roles.CoreGroup) ? caller.TaskForceId : null;
        var agency = caller.Is(Roles.AgencyAdmin) ? caller.AgencyId : null;
        var visible = (taskForce, agency) switch
        {
            (not null, not null) => seats.Where(seat => seat.TaskForceId == taskForce || seat.AgencyId == agency),
            (not null, null) => seats.Where(seat => seat.TaskForceId == taskForce),
            (null, not null) => seats.Where(seat => seat.AgencyId == agency),
            _ => seats.Where(seat => false),
        };
        return words.Aggregate(visible, Named);
    }

    /// <summary>
    /// Where some word is rare, from those whom it names. Where all are common, along the seats until the page is full, which is soon:
    /// to collect a common word's hundred thousand first would take many times as long.
    /// </summary>
    private static async Task<IQueryable<Seat>> SearchHubAsync(
        this MembershipDb db, string? hub, IQueryable<Seat> seats, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (rarest, fewest) = ("", Common);
        foreach (var word in words)
        {
            var count = await db.NamedIn(hub, word).Take(Common).CountAsync(cancellationToken);
            if (count < fewest) (rarest, fewest) = (word, count);
        }

        if (fewest == Common) return words.Aggregate(seats, Named);

        var named = db.NamedIn(hub, rarest);
        return words.Where(word => word != rarest).Aggregate(db.Seats.Where(seat => seat.EndedAt == null && named.Contains(seat.Id)), Named);
    }

    private static IQueryable<Guid> NamedIn(this MembershipDb db, string? hub, string word)
    {
        var end = NameWords.EndOf(word);
        return db.SeatNameWords
            .Where(row => row.Hub == hub && string.Compare(row.Word, word) >= 0 && string.Compare(row.Word, end) < 0).Select(row => row.SeatId);
    }

    private static IQueryable<Seat> Named(IQueryable<Seat> seats, string word)
    {
        var end = NameWords.EndOf(word);
        return seats.Where(seat => seat.NameWords.Any(row => string.Compare(row.Word, word) >= 0 && string.Compare(row.Word, end) < 0));
    }
}
