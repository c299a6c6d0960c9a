namespace Membership.Protocols.Steps;

/// <summary>One step of a response.</summary>
/// <param name="Key">Stays the same from version to version.</param>
/// <param name="When">For which cases; what is empty lets every case in.</param>
/// <param name="Backups">Who is called in turn where the primary cannot be had.</param>
/// <param name="MayShare">What may be told; identity only by a release.</param>
public sealed record ResponseStepView(
    string Key, string Title, StepConditions When, StepContactView Primary, IReadOnlyList<StepContactView> Backups,
    IReadOnlyList<SharedInformation> MayShare, int? WithinMinutes, HoursNeeded Hours, IReadOnlyList<NamedHours> NamedHours, IReadOnlyList<NextStep> Next)
{
    internal static ResponseStepView Of(ResponseStep step)
    {
        var contacts = step.InOrder().Select(StepContactView.Of).ToList();
        return new(
            step.Key, step.Title, step.When, contacts[0], contacts[1..], step.MayShare, step.WithinMinutes, step.Hours, step.NamedHours, step.Next);
    }
}

/// <summary>Whom a step calls.</summary>
/// <param name="SeatId">The person's seat; none where the agency as such is called.</param>
/// <param name="PassedFromSeatId">The seat that was named and has ended: its alternate stands in or, where no seat is named, nobody does yet.</param>
public sealed record StepContactView(Guid AgencyId, Guid? SeatId, Guid? PassedFromSeatId)
{
    internal static StepContactView Of(StepContact contact) => new(contact.AgencyId, contact.SeatId, contact.PassedFromSeatId);
}
