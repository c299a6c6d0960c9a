namespace Membership.SelfAssessment;

/// <summary>Where a round stands today: answers are given while it is open.</summary>
public enum RoundState { Planned, Open, Closed }
