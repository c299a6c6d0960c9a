using Membership.Protocols.Steps;

namespace Membership.Protocols.Routing;

/// <summary>
/// How the steps of one version follow each other in one case. A step comes after all that lead to it; where nothing leads
/// from one to the other, in the order that the task force adopted. One that is not for this case is passed over: what led
/// to it leads to what follows it. So is one in which nobody can be called, for what follows where nobody answers.
/// </summary>
internal sealed class StepFlow
{
    private readonly Dictionary<string, ResponseStep> matching;
    private readonly ILookup<string, (ResponseStep Step, NextStepWhen When)> before;

    private readonly Func<ResponseStep, bool> isSilent;

    private StepFlow(IReadOnlyCollection<ResponseStep> steps, Func<ResponseStep, bool> matches, Func<ResponseStep, bool> isSilent)
    {
        this.isSilent = isSilent;
        matching = steps.Where(matches).ToDictionary(step => step.Key);
        before = steps.SelectMany(step => step.Next.Select(next => (Step: step, Next: next)))
            .ToLookup(lead => lead.Next.Step, lead => (lead.Step, lead.Next.When));
    }

    /// <summary>The steps for this case in the order of their calls, each with what leads to it.</summary>
    /// <param name="isSilent">Whether nobody can be called in it just now.</param>
    public static IEnumerable<(ResponseStep Step, IReadOnlyList<StepBefore> After)> Of(
        ProtocolVersion version, CaseFacts facts, Func<ResponseStep, bool> isSilent)
    {
        var flow = new StepFlow(version.Steps, step => facts.Matches(step.When), isSilent);
        return InOrder(version, flow.before).Where(step => flow.matching.ContainsKey(step.Key)).Select(step => (step, flow.After(step.Key)));
    }

    /// <summary>Each time the first of those that wait for nothing any more. As no step leads back (<see cref="StepRules"/>), there is one.</summary>
    private static IEnumerable<ResponseStep> InOrder(ProtocolVersion version, ILookup<string, (ResponseStep Step, NextStepWhen When)> before)
    {
        var left = version.InOrder().ToList();
        while (left.Count > 0)
        {
            var step = left.Find(step => !before[step.Key].Any(lead => left.Contains(lead.Step))) ?? left[0];
            left.Remove(step);
            yield return step;
        }
    }

    private IReadOnlyList<StepBefore> After(string key) =>
        [.. Leading(key, []).OrderBy(lead => lead.Step.Position).Select(lead => new StepBefore(lead.Step.Key, lead.Step.Title, lead.When)).Distinct()];

    private IEnumerable<(ResponseStep Step, NextStepWhen When)> Leading(string key, HashSet<string> passed) => before[key].SelectMany(lead =>
        !IsPassedOver(lead.Step, lead.When) ? [lead] : passed.Add(lead.Step.Key) ? Leading(lead.Step.Key, passed) : []);

    private bool IsPassedOver(ResponseStep step, NextStepWhen when) =>
        !matching.ContainsKey(step.Key) || (when != NextStepWhen.Answered && isSilent(step));
}
