using System.Text;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Protocols.Flowcharts;

internal static class ReadFlowchart
{
    private const string Version = "/task-forces/{id:guid}/protocols/{protocolId:guid}/versions/{number:int}";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet($"{Version}/flowchart", AcceptedAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .Produces<string>(StatusCodes.Status200OK, FlowchartForm.Svg.ContentType, FlowchartForm.Mermaid.ContentType, "text/plain")
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .WithSummary("The response steps in the form that Accept asks for: as a picture (SVG), or as Mermaid text.");
        api.MapGet($"{Version}/flowchart.svg", SvgAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .Produces<string>(StatusCodes.Status200OK, FlowchartForm.Svg.ContentType)
            .WithSummary("The response steps as a picture (SVG), with a description for screen readers.");
        api.MapGet($"{Version}/flowchart.mmd", MermaidAsync)
            .RequireRoles(TaskForceRoles.Participants)
            .Produces<string>(StatusCodes.Status200OK, FlowchartForm.Mermaid.ContentType)
            .WithSummary("The same picture as Mermaid text, for a document of the task force's own.");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AcceptedAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        return FlowchartForm.AcceptedBy(http.Request) is { } form
            ? await DrawAsync(id, protocolId, number, db, caller, http, form, cancellationToken)
            : Problems.Of(StatusCodes.Status406NotAcceptable, detail: "Ask for image/svg+xml, text/vnd.mermaid or text/plain.");
    }

    private static Task<Results<ContentHttpResult, ProblemHttpResult>> SvgAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
        DrawAsync(id, protocolId, number, db, caller, http, FlowchartForm.Svg, cancellationToken);

    private static Task<Results<ContentHttpResult, ProblemHttpResult>> MermaidAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, CancellationToken cancellationToken) =>
        DrawAsync(id, protocolId, number, db, caller, http, FlowchartForm.Mermaid, cancellationToken);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> DrawAsync(
        Guid id, Guid protocolId, int number, MembershipDb db, Caller caller, HttpContext http, FlowchartForm form,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is not { } taskForce) return Problems.NotFound();
        if (await db.FindVersionAsync(taskForce, protocolId, number, cancellationToken) is not { } version) return Problems.NotFound();

        var contacts = version.Steps.SelectMany(step => step.Contacts).ToList();
        var agencyIds = contacts.Select(contact => contact.AgencyId).Distinct().ToList();
        var seatIds = contacts.Select(contact => contact.SeatId).OfType<Guid>().Distinct().ToList();
        var agencies = await db.Agencies.Where(agency => agencyIds.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellationToken);
        var seatTitles = await db.Seats.Where(seat => seatIds.Contains(seat.Id))
            .ToDictionaryAsync(seat => seat.Id, seat => seat.PersonTitle, cancellationToken);
        http.SetETag(version);
        return TypedResults.Text(form.Write(FlowGraph.Of(version, agencies, seatTitles)), form.ContentType, Encoding.UTF8);
    }
}
