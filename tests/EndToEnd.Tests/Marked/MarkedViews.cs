using Demonstration;
using Demonstration.Fable;
using Testing;

namespace EndToEnd.Tests.Marked;

/// <summary>What members say of their task force when they are asked: in a self-assessment, and unseen in a pulse survey.</summary>
internal sealed class MarkedViews(MarkedPlatform platform, Marks marks)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private Cast Cast => platform.Cast;

    public async Task WriteAsync()
    {
        await AssessAsync();
        await AnswerUnseenAsync();
    }

    private async Task AssessAsync()
    {
        var text = marks.Membership("Frameworks.Text");
        var framework = await Cast.Coordinator.PostAsync($"{Cast.TaskForce}/frameworks", new
        {
            name = text, source = text, functions = new[]
            {
                new
                {
                    code = "Operate", name = text,
                    elements = new[] { new { code = "Meet", name = text, prompts = Enumerable.Range(1, 5).Select(stage => new { stage, text }) } },
                },
            },
        });
        var round = await Cast.Coordinator.PostAsync($"{Cast.TaskForce}/assessment-rounds", new
        {
            frameworkVersion = framework.GetProperty("number").GetInt32(), opensOn = Today, closesOn = Today.AddDays(10),
        });
        await Cast.AdministratorOf(Cast.Police).PostAsync($"{Cast.TaskForce}/assessment-rounds/{round.GetProperty("id").GetGuid()}/answers", new
        {
            element = "Meet", stage = 2, evidence = marks.Membership("AssessmentAnswers.Evidence"), direction = "Forward",
            nextStep = marks.Membership("AssessmentAnswers.NextStep"),
        });
    }

    private async Task AnswerUnseenAsync()
    {
        var round = await Cast.Coordinator.PostAsync($"{Cast.TaskForce}/pulse-rounds", new { opensOn = Today, closesOn = Today.AddDays(10) });
        // Identity hears of a seat a moment after it was taken.
        var prosecutor = await Until.SomeAsync(SitAsync, "the seat is known");
        var given = await prosecutor.PostAsync($"{Cast.TaskForce}/pulse-rounds/{round.GetProperty("id").GetGuid()}/token", new { });
        var token = given.GetProperty("token").GetString()!;
        marks.Keep("token to answer with", token);
        using var http = new HttpClient { BaseAddress = platform.Platform.PublicUrl };
        http.DefaultRequestHeaders.Add("traceparent", $"00-{platform.PulseTrace}-00f067aa0ba902b7-01");
        using var answered = await http.PostAsJsonAsync("/api/membership/pulse-answers", new
        {
            token, trust = 4, candor = 3, commitment = 5, accountability = 2, results = 3, comment = marks.Membership("PulseTallies.CommentsJson"),
        });
        if (!answered.IsSuccessStatusCode) throw new InvalidOperationException(await answered.Content.ReadAsStringAsync());
    }

    /// <summary>Somebody who acts in the prosecutor's seat; null where that is not known yet.</summary>
    private async Task<Actor?> SitAsync()
    {
        try
        {
            return await platform.Stage.IntroduceAsync(Cast.AdministratorOf(Cast.Prosecutor), "prosecutor-in-seat", new
            {
                name = "Whoever sits for the prosecutor", agencyId = Cast.IdOf(Cast.Prosecutor), agencyClass = Cast.Prosecutor.Class, hub = Cast.Hub,
                taskForceId = Cast.TaskForceId, seatId = Cast.Seats["prosecutor"], roles = new[] { "prosecutor" },
            });
        }
        catch (RefusedException refused) when (refused.Message.Contains("seat-not-listed", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
