using Membership.Documents;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Access;
using ServiceDefaults.Http;

namespace Membership.Agreements;

internal static partial class ReadDocument
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet(AttachDocument.Path, HandleAsync)
        .RequireRoles(TaskForceRoles.Participants)
        .Produces(StatusCodes.Status200OK, contentType: DocumentTypes.Pdf, additionalContentTypes: DocumentTypes.Docx)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .WithSummary("Downloads a version's document. Its ETag is its SHA-256; a file that was lost or altered is told, never sent.");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, Guid agreementId, int number, MembershipDb db, DocumentStore store, ILogger<DocumentStore> logger, Caller caller,
        CancellationToken cancellationToken)
    {
        if (await db.FindForParticipantAsync(id, caller, cancellationToken) is null) return Problems.NotFound();
        var version = await db.AgreementVersions.AsNoTracking().SingleOrDefaultAsync(
            version => version.AgreementId == agreementId && version.Number == number
                && db.Agreements.Any(agreement => agreement.Id == agreementId && agreement.TaskForceId == id), cancellationToken);
        if (version is not { DocumentDigest: { } digest, DocumentType: { } type }) return Problems.NotFound();
        if (await store.OpenAsync(digest, cancellationToken) is not { } file)
        {
            LogDamaged(logger, agreementId, number);
            return Problems.Conflict("document-damaged",
                "The stored file is gone or was altered, and is not sent. Attach the same document again: its SHA-256 is in the agreement's version.");
        }

        return TypedResults.Stream(
            file, type.MediaType(), $"agreement-{agreementId:N}-v{number}.{type.Extension()}", entityTag: new EntityTagHeaderValue($"\"{digest}\""));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The document of agreement {AgreementId}, version {Number}, is gone or was altered")]
    private static partial void LogDamaged(ILogger logger, Guid agreementId, int number);
}
