using Attack.Tests.Platform;
using Contracts;
using ServiceDefaults.Access;
using Testing;

namespace Attack.Tests.Requests;

/// <summary>
/// Of each operation what its schema cannot tell: real ids, and values that must be new. An operation that needs neither
/// needs no entry here; one that does fails the tests with a sentence until it has one.
/// </summary>
internal static partial class Samples
{
    private static int number;

    /// <summary>By the service (or <c>*</c> for those that every service has), the method and the path. A file for each feature.</summary>
    private static readonly Known All = Known.Of(
        EveryServiceSamples,
        IdentitySamples,
        HubSamples,
        TaskForceSamples,
        AgencySamples,
        MemberSamples,
        SeatSamples,
        HandoverSamples,
        DecisionSamples,
        ReminderSamples,
        AgreementSamples,
        CommitmentSamples,
        SelfAssessmentSamples,
        LeadershipSamples,
        CommitteeSamples,
        DifferenceSamples,
        MeetingSamples,
        MinutesSamples,
        ActionItemSamples,
        JointEventSamples,
        CalendarSamples,
        PulseSamples,
        ProtocolSamples,
        CaseReferralSamples,
        ReportingSamples);

    /// <summary>A valid request, with everything in it that it may hold.</summary>
    /// <param name="agencyClass">Whose resources it is about, where that differs by class.</param>
    /// <param name="ofTheirOwn">For agencies' people, too, who speak for their own agency alone.</param>
    public static async Task<Draft> ValidAsync(
        AttackedPlatform platform, Operation operation, AgencyClass agencyClass = AgencyClass.VictimServices, bool ofTheirOwn = false)
    {
        var own = new Belongings(platform, operation.Service);
        var known = All.GetValueOrDefault(operation.Key) ?? All.GetValueOrDefault($"* {operation.Method} {operation.Path}");
        var sample = known is null ? new Sample(Roles.PlatformAdmin) : await known(own, agencyClass);
        if (ofTheirOwn) sample = sample.Theirs ?? sample;
        if (operation.In("path").FirstOrDefault(parameter => !sample.Path.ContainsKey(parameter.Name)) is { } missing)
        {
            throw new InvalidOperationException(
                $"{operation}: nothing says what {{{missing.Name}}} may be. Add a sample with a real one in Attack.Tests/Requests/Samples.cs.");
        }

        var body = sample.File ?? (operation.Body is null ? null : ValidValue.Body(operation, ofTheirOwn ? sample.OfTheirOwn ?? sample.Body : sample.Body));
        var draft = new Draft(operation, sample.Role is { } role ? By(own.Home.As(role), sample) : null, Draft.Fill(operation.Path, sample.Path), sample.Query, body) { PathValues = sample.Path };
        return sample.Document is { } document ? draft with { Body = document.Bytes, ContentType = document.Type } : draft;
    }

    private static Person By(Person atHome, Sample sample) => atHome with
    {
        SeatId = sample.Seat ?? atHome.SeatId, AgencyId = sample.Agency ?? atHome.AgencyId, TaskForceId = sample.NamesNoTaskForce ? null : atHome.TaskForceId,
    };

    private static Task<Sample> Just(Sample sample) => Task.FromResult(sample);

    private static int Next() => Interlocked.Increment(ref number);
}

/// <summary>Samples by operation.</summary>
internal sealed class Known : Dictionary<string, Func<Belongings, AgencyClass, Task<Sample>>>
{
    public static Known Of(params Known[] features)
    {
        var all = new Known();
        foreach (var (operation, sample) in features.SelectMany(feature => feature)) all.Add(operation, sample);
        return all;
    }
}
