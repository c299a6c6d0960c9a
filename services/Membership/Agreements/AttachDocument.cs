using Membership.Documents;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

internal static class AttachDocument
{
    public const string Path = "/task-forces/{id:guid}/agreements/{agreementId:guid}/versions/{number:int}/document";

    public static void Map(IEndpointRouteBuilder api) => api.MapPut(Path, HandleAsync)
        .Accepts<Stream>(DocumentTypes.Pdf, DocumentTypes.Docx)
        .WithMetadata(new RequestSizeLimitAttribute(DocumentSettings.MostBytes))
        .RequireRoles(TaskForceRoles.Runs)
        .RequireIfMatch()
        .WithSummary("Attaches the draft's document, a PDF or DOCX of at most 20 MiB. If-Match is the agreement's ETag.")
        .WithDescription(
            "What it is is checked by its content. A DOCX with macros or controls is refused. A version that is open for signature or was "
            + "signed takes only the very same document again, which mends a file that was lost.");

    private static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, int number, MembershipDb db, DocumentStore store, Caller caller, HttpContext http, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        if (await db.FindAgreementAsync(id, agreementId, cancellationToken) is not { } agreement
            || agreement.Versions.SingleOrDefault(version => version.Number == number) is not { } version)
        {
            return Problems.NotFound();
        }


        if (IfMatch.Check(http, agreement) is { } stale) return stale;
        if (DocumentTypes.Announced(http.Request.ContentType) is not { } announced) return Unsupported();

        await using var arrived = await store.ReceiveAsync(http.Request.Body, cancellationToken);
        if (arrived is null) return Problems.Of(StatusCodes.Status413PayloadTooLarge, detail: "A document may have 20 MiB at most.");
        if (arrived.Size == 0) return Problems.Invalid("document", "The body is empty: send the document's bytes.");
        var check = DocumentCheck.Of(arrived.File);
        if (check.Type != announced) return Unsupported();
        if (check.Fault is not null) return Problems.Invalid("document", check.Fault);

        if (version.DocumentDigest != arrived.Digest)
        {
            if (agreement.Refuses(AgreementVerb.AttachDocument, time.Day()) is { } refused) return refused;
            if (number != agreement.LatestNumber) return Problems.Conflict("not-the-newest", "Only the newest version takes another document.");
            agreement.Attach(arrived.Digest, arrived.Size, announced, time.Day());
        }

        store.Keep(arrived);
        await db.SaveChangesAsync(cancellationToken);
        http.SetETag(agreement);
        return TypedResults.Ok(DocumentView.Of(version)!);
    }

    private static ProblemHttpResult Unsupported() => Problems.Of(StatusCodes.Status415UnsupportedMediaType,
        detail: $"Send a PDF as {DocumentTypes.Pdf}, or a DOCX as {DocumentTypes.Docx}. What it is is read from its content.");
}
