using Contracts;
using Contracts.CaseReferral;
using Contracts.Membership;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Storage;
using Testing;

namespace Messaging.Tests;

/// <summary>Facts, and how far a real service has come with them.</summary>
internal static class Facts
{
    public static ReferralMade Made(Guid? id = null) => new(
        id ?? Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), [ServiceType.EmergencyHousing], Urgency.Immediate, new DateOnly(2026, 3, 4));

    public static AgencyListed Listed(string hub, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), hub, "An invented agency", AgencyType.NGO, AgencyClass.VictimServices);

    public static AgencyJoined Joined(Guid? agency = null) => new(Guid.NewGuid(), agency ?? Guid.NewGuid(), new DateOnly(2026, 3, 4));

    /// <summary>Writes facts in one save, in this order.</summary>
    public static Task WriteAsync(IServiceProvider service, string hub, params IEnumerable<IEvent> facts) =>
        Journals.AppendAsync(service, hub, DateTimeOffset.UtcNow, facts);

    public static async Task<T> ReadAsync<T>(IServiceProvider service, Func<ServiceDb, Task<T>> read)
    {
        await using var scope = service.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }

    /// <summary>The position up to which the service has applied a stream.</summary>
    public static Task<long> WatermarkAsync(IServiceProvider service, string source, string hub) => ReadAsync(service, db =>
        db.Watermarks.Where(mark => mark.Service == source && mark.Hub == hub).Select(mark => mark.Position).SingleOrDefaultAsync());
}
