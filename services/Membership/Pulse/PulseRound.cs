using System.Security.Cryptography;
using Membership.TaskForces;
using ServiceDefaults.Storage;

namespace Membership.Pulse;

public enum PulseState { Planned, Open, Closed }

/// <summary>
/// Some days on which everybody who sits in a task force may say once, and unseen, how it stands with it. It closes by
/// its day and never earlier: whoever could close it could choose whose answers are in it (docs/adr/0012).
/// </summary>
public sealed class PulseRound : Entity
{
    /// <summary>Results appear from so many answers up; and no round opens where fewer could answer.</summary>
    public const int FewestAnswers = 5;

    public const int FewestDays = 3;
    public const int MostDays = 62;
    public const int KeyLength = 32;

    private PulseRound()
    {
    }

    public string Hub { get; private set; } = "";
    public Guid TaskForceId { get; private set; }

    /// <summary>1, 2, 3… within the task force, in order of time.</summary>
    public int Number { get; private set; }

    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>What its tokens are made with; destroyed when it has closed.</summary>
    public byte[] TokenKey { get; private set; } = [];

    internal static PulseRound Plan(TaskForce taskForce, int number, DateOnly opensOn, DateOnly closesOn) => new()
    {
        Hub = taskForce.Hub, TaskForceId = taskForce.Id, Number = number, OpensOn = opensOn, ClosesOn = closesOn,
        TokenKey = RandomNumberGenerator.GetBytes(KeyLength),
    };

    /// <summary>Destroys what its tokens were made with, once it has closed.</summary>
    internal void Forget() => TokenKey = [];

    public PulseState StateOn(DateOnly day) => day < OpensOn ? PulseState.Planned : day > ClosesOn ? PulseState.Closed : PulseState.Open;
}
