using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Meetings.Attendances;
using Membership.Meetings.JointEvents;
using Membership.Meetings.Minutes;
using Membership.Meetings.Series;

namespace Membership.Meetings;

internal static class MeetingsRoutes
{
    public static RouteGroupBuilder MapMeetings(this RouteGroupBuilder api)
    {
        BeginSeries.Map(api);
        ChangeSeries.Map(api);
        ReadSeries.Map(api);
        PlanMeeting.Map(api);
        ChangeMeeting.Map(api);
        InviteToMeeting.Map(api);
        ReadMeetings.Map(api);
        OpenAgenda.Map(api);
        ReadAgenda.Map(api);
        ProposeItem.Map(api);
        ChangeItem.Map(api);
        OrderAgenda.Map(api);
        CommentOnAgenda.Map(api);
        HoldMeeting.Map(api);
        ReadAttendance.Map(api);
        WriteMinutes.Map(api);
        ApproveMinutes.Map(api);
        ReadMinutes.Map(api);
        CommentOnMinutes.Map(api);
        AssignActionItem.Map(api);
        CloseActionItem.Map(api);
        ReadActionItems.Map(api);
        DraftJointEvent.Map(api);
        ShapeJointEvent.Map(api);
        CommentOnJointEvent.Map(api);
        SponsorJointEvent.Map(api);
        AgreeOnNorms.Map(api);
        PublishJointEvent.Map(api);
        ReadJointEvents.Map(api);
        return api;
    }
}
