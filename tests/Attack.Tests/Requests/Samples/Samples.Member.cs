using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private static Known MemberSamples => new()
    {
        ["membership GET /task-forces/{id}/members"] = (own, _) => Just(new(Roles.HubAdmin) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/members"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = await own.ListedAgencyAsync() },
        },
        ["membership GET /task-forces/{id}/members/{agencyId}"] = (own, _) => OfAgency(own),
        ["membership GET /task-forces/{id}/members/{agencyId}/changes"] = (own, _) => OfAgency(own),
        // Another one leaves, by its own administrator: the agency at home stays.
        ["membership DELETE /task-forces/{id}/members/{agencyId}"] = (own, _) => OfLeavingAsync(own),
        ["membership POST /task-forces/{id}/members/{agencyId}/departure"] = (own, _) => OfLeavingAsync(own),
        ["membership POST /task-forces/{id}/members/{agencyId}/closure"] = async (own, _) => (await OfMemberAsync(own)) with { Role = Roles.HubAdmin },
        ["membership POST /task-forces/{id}/members/{agencyId}/activation"] = (own, _) => OfMemberAsync(own),
        ["membership POST /task-forces/{id}/members/{agencyId}/suspension"] = (own, _) => OfMemberAsync(own),
        ["membership POST /task-forces/{id}/members/{agencyId}/reinstatement"] = async (own, _) =>
            new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["agencyId"] = await own.SuspendedMemberAsync() } },
        ["membership POST /task-forces/{id}/members/{agencyId}/removal-notice"] = async (own, _) =>
        {
            await own.TermsAsync();
            return await OfMemberAsync(own);
        },
        ["membership GET /task-forces/{id}/members/{agencyId}/removal-notice"] = (own, _) => OfNoticeAsync(own, Roles.Coordinator),
        ["membership POST /task-forces/{id}/members/{agencyId}/removal-notice/withdrawal"] = (own, _) => OfNoticeAsync(own, Roles.Coordinator),
        ["membership POST /task-forces/{id}/members/{agencyId}/removal-answer"] = (own, _) => OfNoticeAsync(own, Roles.AgencyAdmin),
        ["membership POST /task-forces/{id}/members/{agencyId}/removal"] = async (own, _) => (await OfMemberAsync(own)) with
        {
            Body = new() { ["decisionId"] = Guid.NewGuid() },
        },

        ["membership GET /task-forces/{id}/membership-terms"] = async (own, _) =>
        {
            await own.TermsAsync();
            return new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } };
        },
        ["membership GET /task-forces/{id}/membership-terms/versions"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        // Restricted, so that applications are there to be dealt with.
        ["membership PUT /task-forces/{id}/membership-terms"] = async (own, _) => new(Roles.Coordinator)
        {
            Path = { ["id"] = own.TaskForce },
            Body = new() { ["decisionId"] = await own.CarriedAsync("MembershipTerms"), ["openness"] = "Restricted", ["process"] = "CoreGroup" },
        },

        ["membership GET /task-forces/{id}/applications"] = (own, _) => Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } }),
        ["membership POST /task-forces/{id}/applications"] = async (own, _) =>
        {
            await own.TermsAsync();
            return new(Roles.Coordinator)
            {
                Path = { ["id"] = own.TaskForce }, Body = new() { ["agencyId"] = await own.ListedAgencyAsync() }, OfTheirOwn = new() { ["agencyId"] = own.Agency },
            };
        },
        ["membership GET /task-forces/{id}/applications/{applicationId}"] = (own, _) => OfApplicationAsync(own),
        ["membership POST /task-forces/{id}/applications/{applicationId}/vetting"] = (own, _) => OfApplicationAsync(own),
        ["membership POST /task-forces/{id}/applications/{applicationId}/withdrawal"] = (own, _) => OfApplicationAsync(own),
        ["membership POST /task-forces/{id}/applications/{applicationId}/admission"] = (own, _) => OfDecidedAsync(own, "Yes"),
        ["membership POST /task-forces/{id}/applications/{applicationId}/refusal"] = (own, _) => OfDecidedAsync(own, "No"),
    };

    private static Task<Sample> OfAgency(Belongings own) =>
        Just(new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["agencyId"] = own.Agency } });

    /// <summary>Another member, which may be suspended or leave.</summary>
    private static async Task<Sample> OfMemberAsync(Belongings own) =>
        new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["agencyId"] = await own.MemberAsync() } };

    private static async Task<Sample> OfLeavingAsync(Belongings own)
    {
        var other = await OfMemberAsync(own);
        return other with
        {
            Role = Roles.AgencyAdmin, Agency = Guid.Parse(other.Path["agencyId"]), NamesNoTaskForce = true, Theirs = (await OfAgency(own)) with { Role = Roles.AgencyAdmin },
        };
    }

    private static async Task<Sample> OfNoticeAsync(Belongings own, string role)
    {
        await own.NoticeAsync();
        return (await OfAgency(own)) with { Role = role };
    }

    /// <summary>A vetted application, of which the core group has said this.</summary>
    private static async Task<Sample> OfDecidedAsync(Belongings own, string choice)
    {
        var application = await own.VettedAsync();
        return new(Roles.CoreGroup)
        {
            Path = { ["id"] = own.TaskForce, ["applicationId"] = application },
            Body = new() { ["decisionId"] = await own.CarriedAsync("Application", application, choice) },
        };
    }

    private static async Task<Sample> OfApplicationAsync(Belongings own) =>
        new(Roles.Coordinator) { Path = { ["id"] = own.TaskForce, ["applicationId"] = await own.ApplicationAsync() } };
}
