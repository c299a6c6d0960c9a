namespace Demonstration.Fable;

/// <summary>An agency of the fable. All of them are invented.</summary>
/// <param name="Key">How the credentials file and the chapters call it.</param>
/// <param name="Roles">What its people do on the platform.</param>
public sealed record CastAgency(string Key, string Name, string Class, string Type, string[] Roles);

/// <summary>Who plays in the fable, once chapter 1 has brought them together.</summary>
public sealed class Cast
{
    public const string Hub = "harbor";

    public static readonly CastAgency Police = new("police", "Harbor City Police Department", "LawEnforcement", "LawEnforcement", ["investigator", "supervisor"]);
    public static readonly CastAgency VictimServices = new("victim-services", "Lantern Victim Services", "VictimServices", "NGO", ["case-worker", "analyst"]);
    public static readonly CastAgency Investigations = new("federal-investigations", "Federal Investigations, Harbor Field Office", "LawEnforcement", "Federal", ["investigator"]);
    public static readonly CastAgency Prosecutor = new("prosecutor", "Federal Prosecutor, Harbor District", "Prosecution", "Prosecutor", ["prosecutor"]);
    public static readonly CastAgency FirstShelter = new("first-shelter", "Breakwater Shelter", "VictimServices", "NGO", ["case-worker"]);
    public static readonly CastAgency SecondShelter = new("second-shelter", "Saint Brendan House", "VictimServices", "FaithBased", ["case-worker"]);
    public static readonly CastAgency Interpreters = new("interpreters", "Harbor Language Bank", "VictimServices", "NGO", ["case-worker"]);
    public static readonly CastAgency LegalServices = new("legal-services", "Tidewater Immigrant Legal Aid", "VictimServices", "LegalService", ["case-worker"]);

    public static readonly CastAgency[] Founders = [Police, VictimServices, Investigations, Prosecutor];
    public static readonly CastAgency[] Providers = [FirstShelter, SecondShelter, Interpreters, LegalServices];

    public required Guid TaskForceId { get; init; }
    public required Actor HubAdmin { get; init; }
    public required Actor Coordinator { get; init; }
    public Dictionary<string, Guid> Agencies { get; } = [];

    /// <summary>Seats, by whom the fable knows in them.</summary>
    public Dictionary<string, Guid> Seats { get; } = [];

    public Dictionary<string, Actor> Administrators { get; } = [];
    public Dictionary<string, Actor> People { get; } = [];

    /// <summary>Where the task force is.</summary>
    public string TaskForce => $"/api/membership/task-forces/{TaskForceId}";

    public Guid IdOf(CastAgency agency) => Agencies[agency.Key];

    public Actor AdministratorOf(CastAgency agency) => Administrators[agency.Key];

    public Actor WorkerOf(CastAgency agency) => People[agency.Key];
}
