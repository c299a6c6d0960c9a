namespace Membership.Meetings;

/// <summary>Where a meeting stands. Minutes that are approved, and what was cancelled, never change.</summary>
public enum MeetingState { Draft, AgendaOpen, AgendaSettled, Held, MinutesDrafted, MinutesApproved, Cancelled }
