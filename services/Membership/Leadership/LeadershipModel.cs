namespace Membership.Leadership;

/// <summary>How many lead, and how they share it.</summary>
public enum LeadershipModel { Single, CoLeadership, FigureheadAndOperational }

/// <summary>How leaders come to lead.</summary>
public enum HowChosen { Elected, Appointed, Rotating, Mandated }

/// <summary>What leaders may do without asking the others.</summary>
public enum AuthorityKind { Decide, SpeakPublicly, Spend, Sign, Represent }
