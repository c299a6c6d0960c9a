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
        if (found.Count > size)
        {
            // A reference of a query alone: right behind any gateway, whatever prefix it took off (RFC 8288, 3.1).
            var next = QueryString.Create(http.Request.Query
                .Where(parameter => parameter.Key is not ("after" or "take"))
                .Append(new("take", size.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Append(new("after", Page.Cursor(found[size - 1].Id))));
            http.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
        }

        return TypedResults.Ok<IReadOnlyList<TView>>([.. found.Take(size).Select(map)]);
    }

    /// <summary>In each provider's own order of ids; they differ, and a cursor never leaves its database.</summary>
    internal static IQueryable<TEntity> After<TEntity>(this IQueryable<TEntity> query, Guid last) where TEntity : Entity =>
        query.Where(entity => entity.Id > last);
}
