using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceDefaults.Access;

/// <summary>
/// Whose tokens are refused though they have not expired: a removed client's, an ended seat's, an agency's that left a
/// task force. Kept as long as a token can live, in every service that follows identity and membership; the services
/// that end access themselves add their own row in the same save.
/// </summary>
public sealed class EndedAccess
{
    /// <summary>Longer than any token lives: see <see cref="AccessOptions.LongestTokenLife"/>.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    /// <summary>What a token is matched by, such as <c>seat:6f9…</c>.</summary>
    public required string Holder { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public static EndedAccess OfClient(string clientId, DateTimeOffset at) => new() { Holder = Client(clientId), EndedAt = at };

    public static EndedAccess OfSeat(Guid seatId, DateTimeOffset at) => new() { Holder = Seat(seatId), EndedAt = at };

    public static EndedAccess OfMember(Guid agencyId, Guid taskForceId, DateTimeOffset at) =>
        new() { Holder = Member(agencyId, taskForceId), EndedAt = at };

    internal static string Client(string clientId) => $"client:{clientId}";

    internal static string Seat(Guid seatId) => $"seat:{seatId:N}";

    internal static string Member(Guid agencyId, Guid taskForceId) => $"member:{agencyId:N}:{taskForceId:N}";
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
