using Contracts;
using Testing;

namespace CaseReferral.Tests;

/// <summary>A member agency, and the people who act for it. Another number is another person of the same role.</summary>
public sealed record Agency(Guid Id, AgencyClass Class, Guid TaskForceId)
{
    public Person As(string role, int number = 1) => new(role)
    {
        AgencyId = Id,
        AgencyClass = Class,
        Hub = Harbor.Hub,
        TaskForceId = TaskForceId,
        SeatId = new Guid(number, 0, 0, Id.ToByteArray()[8..]),
    };
}
