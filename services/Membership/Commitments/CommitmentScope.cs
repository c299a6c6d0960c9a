namespace Membership.Commitments;

/// <summary>Who pledges: every member, or one for what it gets in return.</summary>
public enum CommitmentScope { Universal, QuidProQuo }

/// <summary>How often it is due. Periods are counted from the commitment's first day: of 15 January and a quarter, the second begins on 15 April.</summary>
public enum Period { Once, Month, Quarter, HalfYear, Year }

/// <summary>How it was fulfilled.</summary>
public enum FulfilmentSource { Evidence, MeetingAttended, TrainingHeld, TrainingCompleted }

/// <summary>Where one fulfilment stands; only what is confirmed counts.</summary>
public enum FulfilmentState { Claimed, Confirmed, Refused, Withdrawn }

/// <summary>How an agency stands to a commitment in one period.</summary>
public enum Standing { Running, Kept, NotKept, NotDue }
