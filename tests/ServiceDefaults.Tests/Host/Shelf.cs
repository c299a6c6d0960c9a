using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Http;
using ServiceDefaults.Storage;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Tests.Host;

/// <summary>A book to put up.</summary>
public sealed record AddBook([property: Required, StringLength(20, MinimumLength = 2)] string Title, Cover Cover, IReadOnlyList<Chapter>? Chapters = null, int? Pages = null);

public sealed record Chapter([property: MaxLength(5)] string Name, IReadOnlyList<string>? Notes = null, IReadOnlyList<Cover>? Covers = null);

public sealed record RenameBook(string Title);

public sealed record BookView(Guid Id, string Title, Cover Cover)
{
    public static BookView From(Book book) => new(book.Id, book.Title, book.Cover);
}

/// <summary>How often a handler ran, however often it was asked; and a gate to hold it at.</summary>
public sealed class Watched
{
    private int runs;

    public int Runs => runs;

    public TaskCompletionSource? Gate { get; set; }

    public Task RunAsync()
    {
        Interlocked.Increment(ref runs);
        return Gate?.Task ?? Task.CompletedTask;
    }
}

/// <summary>A service of a single feature, as a real one is written.</summary>
public static class Shelf
{
    public static void MapShelf(this RouteGroupBuilder api)
    {
        var books = api.MapGroup("/books");
        books.MapPost("", AddAsync);
        books.MapGet("", ListAsync);
        books.MapGet("/{id:guid}", ReadAsync);
        books.MapPost("/{id:guid}/name", RenameAsync).RequireIfMatch();
        books.MapGet("/by-cover/{cover}", (Cover cover, Cover? other) => TypedResults.Ok(new[] { cover, other ?? cover }));
        api.MapGet("/numbers", (int count, Guid? id) => TypedResults.Ok(count));
        api.MapGet("/failing", string () => throw new InvalidOperationException("secret-in-message"));
        api.MapGet("/stale", string () => throw new DbUpdateConcurrencyException("secret-in-message"));
        api.MapGet("/empty/{status:int}", (int status) => TypedResults.StatusCode(status));
        api.MapGet("/coordinators", () => "hello").RequireRoles(Roles.Coordinator, Roles.HubAdmin);
        api.MapGet("/hidden/{id:guid}", (Guid id) => Problems.NotFound()).RequireRolesOrHide(Roles.CaseWorker);
        api.MapGet("/me", (Caller caller) => TypedResults.Ok(caller.Subject));
        api.MapPut("/unseen", () => "done").LeavesNoTrace();
        api.MapPost("/cards", AddCardAsync);
        api.MapPost("/twins", async (RenameBook request, ShelfDb db, CancellationToken cancellationToken) =>
        {
            db.AddRange(new Book(request.Title, Cover.Hard), new Book(request.Title, Cover.Soft));
            await db.SaveChangesAsync(cancellationToken);
        });
    }

    /// <summary>Adds a book.</summary>
    private static async Task<Results<Created<BookView>, ProblemHttpResult>> AddAsync(
        AddBook request, HttpContext http, ShelfDb db, Watched watched, CancellationToken cancellationToken)
    {
        await watched.RunAsync();
        var book = new Book(request.Title, request.Cover);
        db.Add(book);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return Problems.Conflict("title-taken", "Choose another title.");
        }

        http.SetETag(book);
        return TypedResults.Created($"/books/{book.Id}", BookView.From(book));
    }

    /// <summary>Saves, and then fails: nothing of it may stay.</summary>
    private static async Task<Results<Ok, ProblemHttpResult>> AddCardAsync(AddBook request, ShelfDb db, Watched watched, CancellationToken cancellationToken)
    {
        await watched.RunAsync();
        db.Add(new Book(request.Title, request.Cover));
        await db.SaveChangesAsync(cancellationToken);
        return request.Pages is null ? Problems.Unprocessable("no-pages", "Say how many pages.") : throw new InvalidOperationException();
    }

    private static Task<Ok<IReadOnlyList<BookView>>> ListAsync([AsParameters] Page page, Cover? cover, HttpContext http, ShelfDb db, CancellationToken cancellationToken) =>
        db.Books.Where(book => cover == null || book.Cover == cover).ToPageAsync(page, http, BookView.From, cancellationToken);

    private static async Task<Results<Ok<BookView>, ProblemHttpResult>> ReadAsync(Guid id, HttpContext http, ShelfDb db, CancellationToken cancellationToken)
    {
        if (await db.Books.AsNoTracking().SingleOrDefaultAsync(book => book.Id == id, cancellationToken) is not { } found)
            return Problems.NotFound();
        http.SetETag(found);
        return TypedResults.Ok(BookView.From(found));
    }

    private static async Task<Results<Ok<BookView>, ProblemHttpResult>> RenameAsync(
        Guid id, RenameBook request, HttpContext http, ShelfDb db, CancellationToken cancellationToken)
    {
        if (await db.Books.SingleOrDefaultAsync(book => book.Id == id, cancellationToken) is not { } found)
            return Problems.NotFound();
        if (IfMatch.Check(http, found) is { } refusal)
            return refusal;
        found.Rename(request.Title);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(found);
        return TypedResults.Ok(BookView.From(found));
    }
}
