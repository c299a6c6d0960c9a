using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Access;

/// <summary>
/// Whose tokens are refused though they have not expired: a removed client's, an ended seat's, an agency's that left a
/// task force. In every service that follows identity and membership; the services that end access themselves add their
/// own row in the same save. A client's is kept as long as a token can live, for it gets no new one. A seat's is kept for
/// good, and an agency's until it is a member again: a provider that is not ours hears of neither, and may go on naming
/// them in new tokens.
/// </summary>
public sealed class EndedAccess
{
    /// <summary>What clients' begin with; so do seats' and members' with theirs.</summary>
    internal const string OfClients = "client:";

    internal const string OfSeats = "seat:";
    internal const string OfMembers = "member:";

    /// <summary>A client's: longer than any token lives, see <see cref="AccessOptions.LongestTokenLife"/>.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    /// <summary>What a token is matched by, such as <c>seat:6f9…</c>.</summary>
    public required string Holder { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public static EndedAccess OfClient(string clientId, DateTimeOffset at) => new() { Holder = Client(clientId), EndedAt = at };

    public static EndedAccess OfSeat(Guid seatId, DateTimeOffset at) => new() { Holder = Seat(seatId), EndedAt = at };

    public static EndedAccess OfMember(Guid agencyId, Guid taskForceId, DateTimeOffset at) =>
        new() { Holder = Member(agencyId, taskForceId), EndedAt = at };

    internal static string Client(string clientId) => OfClients + clientId;

    internal static string Seat(Guid seatId) => $"{OfSeats}{seatId:N}";

    internal static string Member(Guid agencyId, Guid taskForceId) => $"{OfMembers}{agencyId:N}:{taskForceId:N}";
}

internal sealed class EndedAccessConfiguration : IEntityTypeConfiguration<EndedAccess>
{
    public void Configure(EntityTypeBuilder<EndedAccess> builder)
    {
        builder.ToTable("EndedAccess");
        builder.HasKey(ended => ended.Holder);
        builder.HasIndex(ended => ended.EndedAt);
    }
}
