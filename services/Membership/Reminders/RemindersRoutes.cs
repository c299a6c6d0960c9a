namespace Membership.Reminders;

internal static class RemindersRoutes
{
    public static RouteGroupBuilder MapReminders(this RouteGroupBuilder api)
    {
        ReadReminders.Map(api);
        DismissReminder.Map(api);
        return api;
    }
}
