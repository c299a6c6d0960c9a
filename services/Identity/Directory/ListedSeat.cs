using Contracts;
using Contracts.Membership;
using Identity.Clients;
using Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Messaging;

namespace Identity.Directory;

/// <summary>A representative's seat. Ended ones stay known: nobody gets a token in them again.</summary>
public sealed class ListedSeat
{
    public required Guid SeatId { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid TaskForceId { get; init; }
    public bool Ended { get; set; }
}

internal sealed class ListedSeatConfiguration : IEntityTypeConfiguration<ListedSeat>
{
    public void Configure(EntityTypeBuilder<ListedSeat> builder)
    {
        builder.ToTable("ListedSeats");
        builder.HasKey(seat => seat.SeatId);
        builder.Property(seat => seat.SeatId).ValueGeneratedNever();
    }
}

internal sealed class WhenSeatTaken(IdentityDb db) : IReactTo<SeatTaken>
{
    public async Task ReactAsync(SeatTaken fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedSeats.FindAsync([fact.SeatId], cancellationToken) is null)
            db.Add(new ListedSeat { SeatId = fact.SeatId, AgencyId = fact.AgencyId, TaskForceId = fact.TaskForceId });
    }
}

/// <summary>With a seat end the clients that act in it.</summary>
internal sealed class WhenSeatEnded(IdentityDb db) : IReactTo<SeatEnded>
{
    public async Task ReactAsync(SeatEnded fact, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (await db.ListedSeats.FindAsync([fact.SeatId], cancellationToken) is { } seat)
            seat.Ended = true;
        else
            db.Add(new ListedSeat { SeatId = fact.SeatId, AgencyId = fact.AgencyId, TaskForceId = fact.TaskForceId, Ended = true });
        await RemovedByMembership.RemoveAsync(
            db, db.Clients.Where(client => client.SeatId == fact.SeatId), "seat-ended", entry, cancellationToken);
    }
}
