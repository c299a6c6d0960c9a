using System.Globalization;
using System.Text.RegularExpressions;
using Membership.Storage;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Access;
using ServiceDefaults.Audit;
using Testing;

namespace Membership.Tests.Audit;

/// <summary>A hub's audit as its data-protection officer reads it, and as somebody with the database in hand could spoil it.</summary>
internal sealed partial class AuditScene(MembershipService service, string hub)
{
    public HttpClient Officer => service.ClientFor(Roles.DataProtection, hub);

    /// <summary>All of it.</summary>
    public async Task<List<AuditEntryView>> AllAsync()
    {
        List<AuditEntryView> all = [], page;
        do
        {
            var after = all.LastOrDefault()?.Number ?? 0;
            page = await (await Officer.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/audit?take=200&after={after}"))).ReadAsync<List<AuditEntryView>>();
            all.AddRange(page);
        }
        while (page.Count == 200);
        return all;
    }

    /// <summary>What has been added by this.</summary>
    public async Task<List<AuditEntryView>> AddedByAsync(Func<Task> deed)
    {
        var before = (await AllAsync()).Count;
        await deed();
        return [.. (await AllAsync()).Skip(before)];
    }

    /// <summary>Denials are written behind the answer.</summary>
    public Task<AuditEntryView> WrittenAsync(Func<AuditEntryView, bool> isIt) =>
        Until.SomeAsync(async () => (await AllAsync()).SingleOrDefault(isIt), "it is in the audit");

    public async Task<AuditVerificationView> VerifyAsync() =>
        await (await Officer.GetAsync("/audit/verification")).ReadAsync<AuditVerificationView>();

    public async Task IntactAsync()
    {
        var verified = await VerifyAsync();
        Assert.Equal((true, null), (verified.Intact, verified.FirstFault));
    }

    /// <summary>Spoils this hub's chain, and looks.</summary>
    public async Task<AuditFault?> SpoiltByAsync(string statement)
    {
        await using var scope = service.Provided.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        // Names of tables and columns are quoted: PostgreSQL would take them for lower case.
        await db.Database.ExecuteSqlRawAsync(Name().Replace(statement, "\"$0\"").Replace("{hub}", hub, StringComparison.Ordinal));
        return (await VerifyAsync()).FirstFault;
    }

    [GeneratedRegex("[A-Z][a-z][A-Za-z]*")]
    private static partial Regex Name();
}
