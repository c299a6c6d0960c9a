using Contracts;
using ServiceDefaults.Storage;

namespace CaseReferral.Clients;

/// <summary>
/// A person whom a provider serves, known here by a pseudonymous code and by bands and codes alone: there is no column
/// that could hold a name, a birth date or a story.
/// </summary>
public sealed class Client : Entity
{
    private readonly List<CaseTeamMember> caseTeam = [];

    private Client() { }

    public string Code { get; private init; } = "";
    public string Hub { get; private init; } = "";
    public Guid TaskForceId { get; private init; }
    public Guid AgencyId { get; private init; }
    public ClientKind Kind { get; private init; }
    public IntakeKind Intake { get; private init; }
    public AgeBand AgeBand { get; private init; }
    public Gender Gender { get; private init; }
    public IReadOnlyList<string> Languages { get; private init; } = [];
    public TraffickingType TraffickingType { get; private init; }
    public TraffickingStatus TraffickingStatus { get; private init; }
    public Citizenship Citizenship { get; private init; }
    public DateTimeOffset TakenInAt { get; private init; }
    public IReadOnlyList<CaseTeamMember> CaseTeam => caseTeam;

    /// <summary>Whoever takes a client in is the first of her case team.</summary>
    public static Client TakeIn(TakeInClient need, string hub, Guid taskForceId, Guid agencyId, string takenInBy, Guid? seatId, DateTimeOffset now)
    {
        var client = new Client
        {
            Code = ClientCode.New(),
            Hub = hub,
            TaskForceId = taskForceId,
            AgencyId = agencyId,
            Kind = need.Kind,
            Intake = need.Intake,
            AgeBand = need.AgeBand,
            Gender = need.Gender,
            Languages = need.Languages,
            TraffickingType = need.TraffickingType,
            TraffickingStatus = need.TraffickingStatus,
            Citizenship = need.Citizenship,
            TakenInAt = now,
        };
        client.caseTeam.Add(new CaseTeamMember { ClientId = client.Id, Subject = takenInBy, SeatId = seatId, Since = now });
        // No fact leaves: that somebody was taken in, and when, is for nobody but her provider (release of information, rule 9).
        return client;
    }
}
