using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known ReminderSamples => new()
    {
        ["membership GET /task-forces/{id}/reminders"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/reminders/{reminderId}/dismissal"] = async (own, _) =>
            Its(own, ("reminderId", await own.ReminderAsync())) with { Role = Roles.AgencyAdmin },
    };
}
