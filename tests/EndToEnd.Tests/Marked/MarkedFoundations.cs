using Demonstration;
using Demonstration.Fable;

namespace EndToEnd.Tests.Marked;

/// <summary>What a task force says of itself, how it is led and structured, and what its agencies say of themselves.</summary>
internal sealed class MarkedFoundations(Cast cast, Marks marks)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private Actor Coordinator => cast.Coordinator;

    private string TaskForce => cast.TaskForce;

    public async Task WriteAsync()
    {
        await DescribeAsync();
        await StateAsync();
        await StructureAsync();
        await AgencyAsync();
        await OrientAsync();
    }

    private async Task DescribeAsync()
    {
        await Coordinator.ReplaceAsync(TaskForce, new
        {
            name = "Harbor Human Trafficking Task Force", purpose = "That nobody in the harbor region is bought or sold.", formality = "Formal", model = "Coalition",
            focus = new[] { "Partnership" }, whatUnitesUs = marks.Membership("TaskForces.WhatUnitesUs"),
            whatWeWantToDo = marks.Membership("TaskForces.WhatWeWantToDo"), jurisdiction = marks.Membership("TaskForces.Jurisdiction"),
        });
        using var given = await cast.AdministratorOf(Cast.Police).AskAsync(
            HttpMethod.Put, $"{TaskForce}/reasons/{cast.IdOf(Cast.Police)}", JsonContent.Create(new { reason = marks.Membership("PartyReasons.Reason") }));
        given.EnsureSuccessStatusCode();
        await Coordinator.PostAsync($"{TaskForce}/milestones", new { title = marks.Membership("Milestones.Title"), note = marks.Membership("Milestones.Note") });
    }

    private async Task StateAsync()
    {
        await Coordinator.PostAsync($"{TaskForce}/visions", new { vision = marks.Membership("Visions.Vision"), mission = marks.Membership("Visions.Mission") });
        await Coordinator.PostAsync($"{TaskForce}/guiding-principles", new { principles = new[] { new { text = marks.Membership("GuidingPrinciples.Principles") } } });
        await Coordinator.PostAsync($"{TaskForce}/decisions", new
        {
            about = "Other", question = marks.Membership("Decisions.Question"), method = "Vote", decidedOn = Today,
            ballots = new[] { new { voterId = cast.IdOf(Cast.Police), choice = "Yes" } },
        });
    }

    private async Task StructureAsync()
    {
        await Coordinator.PostAsync($"{TaskForce}/committees", new
        {
            kind = "Committee", name = marks.Membership("Committees.Name"), purpose = marks.Membership("Committees.Purpose"), formedOn = Today,
            why = marks.Membership("StructureChanges.Why"),
        });
        await Coordinator.PostAsync($"{TaskForce}/leadership/arrangements", new
        {
            model = "Single", chosenBy = "Elected", choiceInWords = marks.Membership("LeadershipArrangements.ChoiceInWords"), reviewOn = Today.AddYears(1),
            qualifications = marks.Membership("LeadershipArrangements.Qualifications"),
            authority = new[] { new { kind = "Spend", what = marks.Membership("LeadershipAuthority.What"), limit = marks.Membership("LeadershipAuthority.Limit") } },
        });
    }

    private async Task AgencyAsync()
    {
        var (agency, admin) = (cast.IdOf(Cast.SecondShelter), cast.AdministratorOf(Cast.SecondShelter));
        await admin.ReplaceAsync($"/api/membership/agencies/{agency}/card", new
        {
            description = marks.Membership("Agencies.Description"), afterHours = "OnCall", afterHoursNote = marks.Membership("Agencies.AfterHoursNote"),
            services = new[]
            {
                new
                {
                    serviceType = "EmergencyHousing", name = marks.Membership("OfferedServices.Name"), description = marks.Membership("OfferedServices.Description"),
                    eligibility = marks.Membership("OfferedServices.Eligibility"),
                },
            },
            phones = new[] { new { number = "+15550100", description = marks.Membership("AgencyPhones.Description") } },
        });
        await admin.ReplaceAsync($"{TaskForce}/members/{agency}/card", new
        {
            role = marks.Membership("MemberCards.Role"), contributes = marks.Membership("MemberCards.Contributes"), seeks = marks.Membership("MemberCards.Seeks"),
            limits = new[] { new { kind = "Capacity", text = marks.Membership("MemberLimits.Text") } },
        });
        await Coordinator.ReplaceAsync($"{TaskForce}/seats/{cast.Seats["prosecutor"]}", new
        {
            involvement = "RepresentingAgency", title = "Assistant prosecutor", role = marks.Membership("Seats.Role"),
        });
    }

    private async Task OrientAsync()
    {
        var orientation = (await Coordinator.GetAsync($"{TaskForce}/orientations")).EnumerateArray().First().GetProperty("id").GetGuid();
        await Coordinator.ChangeAsync($"{TaskForce}/orientations/{orientation}", "items", new { text = marks.Membership("OrientationItems.Text") });
    }
}
