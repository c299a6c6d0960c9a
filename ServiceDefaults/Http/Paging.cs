using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Http;

public static class Paging
{
    /// <summary>
    /// One page of a list, by id, each row mapped to its view; <c>Link: rel="next"</c> where there is more. Give it a
    /// query without an order of its own.
    /// </summary>
    public static async Task<Ok<IReadOnlyList<TView>>> ToPageAsync<TEntity, TView>(
        this IQueryable<TEntity> query, Page page, HttpContext http, Func<TEntity, TView> map, CancellationToken cancellationToken)
        where TEntity : Entity
    {
        var size = page.Size;
        if (page.Last is { } last)
            query = query.After(last);
        // One more than asked for tells whether there is a next page.
        var found = await query.AsNoTracking().OrderBy(entity => entity.Id).Take(size + 1).ToListAsync(cancellationToken);
        if (found.Count > size) LinkNext(http, size, found[size - 1].Id);

        return TypedResults.Ok<IReadOnlyList<TView>>([.. found.Take(size).Select(map)]);
    }

    /// <summary>One page of what is listed in the order in which it happened. Nothing of it is removed, so that a cursor finds its row again.</summary>
    public static async Task<Ok<IReadOnlyList<TView>>> ToPageInOrderAsync<TEntity, TView>(
        this IQueryable<TEntity> query, Page page, HttpContext http, Func<TEntity, TView> map, CancellationToken cancellationToken)
        where TEntity : Entity, IInOrder
    {
        var size = page.Size;
        var rest = query;
        if (page.Last is { } last)
        {
            var reached = await query.Where(entity => entity.Id == last).Select(entity => entity.Place).FirstOrDefaultAsync(cancellationToken);
            rest = query.Where(entity => entity.Place > reached || (entity.Place == reached && entity.Id > last));
        }

        var found = await rest.AsNoTracking().OrderBy(entity => entity.Place).ThenBy(entity => entity.Id).Take(size + 1).ToListAsync(cancellationToken);
        if (found.Count > size) LinkNext(http, size, found[size - 1].Id);
        return TypedResults.Ok<IReadOnlyList<TView>>([.. found.Take(size).Select(map)]);
    }

    /// <summary>
    /// One page of what is computed and has no rows, in its own order, which must be the same each time it is asked for.
    /// </summary>
    /// <param name="key">What a row is found again by: made of what it is about.</param>
    /// <param name="asked">Which of the rows are asked for; all where not given. The cursor is looked for among all of them.</param>
    public static Ok<IReadOnlyList<TView>> ToPage<TRow, TView>(
        this IEnumerable<TRow> rows, Page page, HttpContext http, Func<TRow, Guid> key, Func<TRow, TView> map, Func<TRow, bool>? asked = null)
    {
        var size = page.Size;
        using var row = rows.GetEnumerator();
        if (page.Last is { } last)
        {
            // What stands on an earlier page is passed over. Behind a row that is gone an empty page would say that this was all.
            bool more;
            while ((more = row.MoveNext()) && key(row.Current) != last)
            {
            }

            if (!more) throw new InvalidRequestException("after", "What the page before ended with is gone meanwhile: begin again with the first page.");
        }

        // One more than asked for tells whether there is a next page.
        var found = new List<TRow>(size + 1);
        while (found.Count <= size && row.MoveNext())
        {
            if (asked is null || asked(row.Current)) found.Add(row.Current);
        }

        if (found.Count > size) LinkNext(http, size, key(found[size - 1]));
        return TypedResults.Ok<IReadOnlyList<TView>>([.. found.Take(size).Select(map)]);
    }

    private static void LinkNext(HttpContext http, int size, Guid last) => LinkNext(http, size, Page.Cursor(last));

    internal static void LinkNext(HttpContext http, int size, string cursor)
    {
        // A reference of a query alone: right behind any gateway, whatever prefix it took off (RFC 8288, 3.1).
        var next = QueryString.Create(http.Request.Query
            .Where(parameter => parameter.Key is not ("after" or "take"))
            .Append(new("take", size.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Append(new("after", cursor)));
        http.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
    }

    /// <summary>In each provider's own order of ids; they differ, and a cursor never leaves its database.</summary>
    internal static IQueryable<TEntity> After<TEntity>(this IQueryable<TEntity> query, Guid last) where TEntity : Entity =>
        query.Where(entity => entity.Id > last);
}
