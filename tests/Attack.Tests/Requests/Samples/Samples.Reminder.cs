using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known ReminderSamples => new()
    {
        ["membership GET /task-forces/{id}/reminders"] = async (own, agencyClass) =>
        {
            await own.ReminderAsync(agencyClass);
            return Its(own);
        },
        ["membership POST /task-forces/{id}/reminders/{reminderId}/dismissal"] = async (own, agencyClass) =>
            Its(own, ("reminderId", await own.ReminderAsync(agencyClass))) with { Role = Roles.AgencyAdmin },
    };
}
