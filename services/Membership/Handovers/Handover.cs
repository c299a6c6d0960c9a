using Membership.Leadership;
using Membership.Seats;
using Membership.Storage;

namespace Membership.Handovers;

/// <summary>One seat's end, seen by those who keep what it held.</summary>
/// <param name="From">The seat that ends.</param>
/// <param name="To">Its alternate, where there is one.</param>
/// <param name="Written">When, and by whom.</param>
internal sealed record Handover(MembershipDb Db, Seat From, Seat? To, Written Written)
{
    public DateTimeOffset Now => Written.At;

    /// <summary>Says that a thing passed to the alternate or, without one, is flagged.</summary>
    public void Record(ResponsibilityKind kind, Guid itemId) =>
        Db.PassedResponsibilities.Add(PassedResponsibility.Pass(From, To, kind, itemId, Now));
}
