namespace Membership.Members;

/// <summary>What <see cref="Member"/> tells of itself, for queries.</summary>
internal static class MemberQueries
{
    public static IQueryable<Member> In(this IQueryable<Member> members, MemberState state) => state switch
    {
        MemberState.Ended => members.Where(member => member.LeftAt != null),
        MemberState.Suspended => members.Where(member => member.LeftAt == null && member.SuspendedOn != null),
        MemberState.Provisional => members.Where(member => member.LeftAt == null && member.SuspendedOn == null && member.IsProvisional),
        _ => members.Where(Member.MayVote),
    };

    /// <summary>Where nobody sits for the agency.</summary>
    public static IQueryable<Member> Orphaned(this IQueryable<Member> members, bool orphaned) => orphaned
        ? members.Where(Member.TakesPart).Where(member => member.ActiveSeats == 0)
        : members.Where(member => member.LeftAt != null || member.SuspendedOn != null || member.ActiveSeats > 0);

    /// <summary>Where all seats are held by one person.</summary>
    public static IQueryable<Member> DependentOnOnePerson(this IQueryable<Member> members, bool dependent) => dependent
        ? members.Where(Member.TakesPart).Where(member => member.Seats.Where(seat => seat.EndedAt == null)
            .Select(seat => (seat.PersonEmail ?? seat.PersonName).ToLower()).Distinct().Count() == 1)
        : members.Where(member => member.LeftAt != null || member.SuspendedOn != null || member.Seats.Where(seat => seat.EndedAt == null)
            .Select(seat => (seat.PersonEmail ?? seat.PersonName).ToLower()).Distinct().Count() != 1);
}
