using Contracts;
using Contracts.Membership;
using ServiceDefaults.Storage;

namespace Membership.TaskForces;

/// <summary>The collaborative group; the boundary of membership.</summary>
public sealed class TaskForce : Entity
{
    public const int PurposeLength = 2000;

    public const int AnswerLength = 2000;
    public const int MostAreas = 50;

    private List<FourP> focus = [];

    private TaskForce()
    {
    }

    public string Hub { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The shared purpose, in the task force's own words. Stays here.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>What unites its members: an end, a belief, a value.</summary>
    public string? WhatUnitesUs { get; private set; }

    /// <summary>What they hope to get done together. Why each is at the table says <see cref="PartyReason"/>.</summary>
    public string? WhatWeWantToDo { get; private set; }

    public Formality Formality { get; private set; }
    public TaskForceModel Model { get; private set; }

    /// <summary>Those of the four Ps that it works on.</summary>
    public IReadOnlyList<FourP> Focus { get => focus; private set => focus = [.. value]; }

    /// <summary>Where it works, in words.</summary>
    public string? Jurisdiction { get; private set; }

    /// <summary>Where it works, as codes.</summary>
    public IReadOnlyList<string> Areas { get; private set; } = [];

    public static TaskForce Form(
        string hub, string name, string purpose, Formality formality, TaskForceModel model, IEnumerable<FourP> focus)
    {
        var taskForce = new TaskForce
        {
            Hub = hub, Name = name, Purpose = purpose, Formality = formality, Model = model, Focus = [.. focus.Distinct().Order()],
        };
        taskForce.Record(new TaskForceFormed(taskForce.Id, hub, name, formality, model), hub, taskForce.Id);
        return taskForce;
    }

    public void Describe(
        string name, string purpose, string? whatUnitesUs, string? whatWeWantToDo, Formality formality, TaskForceModel model,
        IEnumerable<FourP> focus, string? jurisdiction, IEnumerable<string> areas)
    {
        var listed = Name != name || Formality != formality || Model != model;
        (Name, Purpose, WhatUnitesUs, WhatWeWantToDo) = (name, purpose, whatUnitesUs, whatWeWantToDo);
        (Formality, Model, Focus) = (formality, model, [.. focus.Distinct().Order()]);
        (Jurisdiction, Areas) = (jurisdiction, [.. areas.Distinct().Order(StringComparer.Ordinal)]);
        if (listed) Record(new TaskForceChanged(Id, Hub, Name, Formality, Model), Hub, Id);
    }
}
