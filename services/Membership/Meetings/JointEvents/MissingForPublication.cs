namespace Membership.Meetings.JointEvents;

/// <summary>What a joint event needs before it is shown to the public.</summary>
public enum PublicationNeed { CommentPeriodOver, CoSponsor, Norms, InvitationToShape, NormsAcknowledgement, Membership }

/// <summary>What stands between a draft and the public.</summary>
/// <param name="AgencyId">Whose, where it is one agency's.</param>
public sealed record MissingForPublication(PublicationNeed Need, Guid? AgencyId);
