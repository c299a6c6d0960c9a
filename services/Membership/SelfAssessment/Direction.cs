namespace Membership.SelfAssessment;

/// <summary>Where an element seems to move, in the eyes of whoever answers.</summary>
public enum Direction { Forward, Steady, Back, Unclear }
