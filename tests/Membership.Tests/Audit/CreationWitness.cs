using System.Collections.Concurrent;
using System.Diagnostics;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;

namespace Membership.Tests.Audit;

/// <summary>Looks at what each request says that it created: the request's entry in the audit names the same.</summary>
internal sealed class CreationWitness : IStartupFilter
{
    private readonly ConcurrentQueue<(string Request, string Route, Guid Created)> created = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(proceed => async http =>
        {
            await proceed(http);
            if (http.Response.StatusCode != StatusCodes.Status201Created || Activity.Current is not { } activity) return;
            // Into the collection that was asked; of what succeeds another, the other is named.
            var (location, collection) = (http.Response.Headers.Location.ToString(), $"{http.Request.Path}/");
            if (location.StartsWith(collection, StringComparison.Ordinal) && Guid.TryParse(location[collection.Length..], out var id))
                created.Enqueue((activity.TraceId.ToHexString(), $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}", id));
        });
        next(app);
    };

    /// <summary>Routes whose entries name something else.</summary>
    public async Task<IReadOnlyList<string>> MisnamedAsync(MembershipDb db)
    {
        var named = (await db.AuditEntries.AsNoTracking().Select(entry => new { entry.RequestId, entry.ResourceId }).ToListAsync())
            .ToLookup(entry => entry.RequestId, entry => entry.ResourceId);
        // The answer to a request that is repeated tells of what was created before.
        return [.. created.Where(one => named[one.Request].Any() && !named[one.Request].Contains(one.Created)).Select(one => one.Route).Distinct()];
    }
}
