using static Testing.LargeDirectory;

namespace Testing;

/// <summary>
/// Puts a protocol in force in a task force of a large directory, past the service: twelve steps that call four agencies
/// each, under conditions of every kind.
/// </summary>
public static class LargeProtocol
{
    public const int Steps = 12;
    public const int CalledInStep = 4;

    /// <summary>Facts of cases that match some of its steps and not the others.</summary>
    public static readonly IReadOnlyList<object> Cases =
    [
        new { }, new { traffickingType = "Labor" }, new { traffickingType = "Sex", minors = true, languages = new[] { "tha" }, area = "06075" },
        new { traffickingType = "SexAndLabor", victims = 4, citizenship = "ForeignNational", at = "2026-01-07T11:00:00Z" },
        new { minors = false, languages = new[] { "spa", "vie" }, area = "US-CA", at = "2026-01-10T03:00:00Z" },
    ];

    /// <returns>The task force.</returns>
    public static async Task<Guid> SeedAsync(LargeDirectory directory, string hub)
    {
        var taskForce = directory.TaskForces[0];
        var agencies = directory.Agencies.Where((_, number) => directory.TaskForces[number] == taskForce).ToList();
        var (protocol, version, today) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 1, 5));
        await directory.InsertAsync("Protocols",
        [
            Row(("Id", protocol), ("Hub", hub), ("TaskForceId", taskForce), ("Topic", "CaseResponse"), ("Title", "Who is called"), ("LastVersion", 1), ("AdoptedVersion", 1), ("Version", 1)),
        ]);
        await directory.InsertAsync("ProtocolVersions",
        [
            Row(
                ("Id", version), ("Hub", hub), ("TaskForceId", taskForce), ("ProtocolId", protocol), ("Topic", "CaseResponse"), ("Number", 1),
                ("State", "Adopted"), ("Text", "First of all she is safe."), ("Edits", 1), ("EditedOn", today), ("AdoptedOn", today), ("Version", 1)),
        ]);
        var steps = Enumerable.Range(0, Steps).Select(_ => Guid.CreateVersion7()).ToList();
        await directory.InsertAsync("ResponseSteps", steps.Select((id, number) => Row(
            ("Id", id), ("VersionId", version), ("Key", $"step-{number}"), ("Position", number), ("Title", "Call"), ("MayShare", "Languages"), ("WithinMinutes", 30),
            ("Hours", "OwnHours"), ("NamedHours", ""), ("Next", ""), ("When_TraffickingTypes", number % 3 == 1 ? "Labor" : number % 3 == 2 ? "Sex" : ""),
            ("When_Citizenships", number % 4 == 1 ? "ForeignNational" : ""), ("When_VictimsFrom", number % 4 == 2 ? 2 : (int?)null), ("When_VictimsTo", null),
            ("When_Minors", number % 5 == 1 ? "Yes" : "Any"), ("When_Languages", number % 4 == 3 ? "tha,vie" : ""), ("When_Areas", number % 6 == 5 ? "US-CA" : ""))));
        await directory.InsertAsync("StepContacts", steps.SelectMany((step, number) => Enumerable.Range(0, CalledInStep).Select(place => Row(
            ("Id", Guid.CreateVersion7()), ("StepId", step), ("VersionId", version), ("TaskForceId", taskForce), ("Place", place),
            ("AgencyId", agencies[((number * CalledInStep) + place) % agencies.Count])))));
        return taskForce;
    }
}
