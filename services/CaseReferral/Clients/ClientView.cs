using Contracts;

namespace CaseReferral.Clients;

/// <summary>A client as her case team sees her.</summary>
/// <param name="Code">The pseudonym to use in speech and on paper.</param>
/// <param name="TakenInOn">The day (UTC).</param>
public sealed record ClientView(
    Guid Id, string Code, ClientKind Kind, IntakeKind Intake, AgeBand AgeBand, Gender Gender, IReadOnlyList<string> Languages,
    TraffickingType TraffickingType, TraffickingStatus TraffickingStatus, Citizenship Citizenship, DateOnly TakenInOn)
{
    internal static ClientView Of(Client client) => new(
        client.Id, client.Code, client.Kind, client.Intake, client.AgeBand, client.Gender, client.Languages,
        client.TraffickingType, client.TraffickingStatus, client.Citizenship, DateOnly.FromDateTime(client.TakenInAt.UtcDateTime));
}
