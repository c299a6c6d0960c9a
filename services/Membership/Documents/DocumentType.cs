namespace Membership.Documents;

/// <summary>What may be kept.</summary>
public enum DocumentType { Pdf, Docx }

internal static class DocumentTypes
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string MediaType(this DocumentType type) => type == DocumentType.Pdf ? Pdf : Docx;

    public static string Extension(this DocumentType type) => type == DocumentType.Pdf ? "pdf" : "docx";

    /// <summary>What a Content-Type announces; null for anything else.</summary>
    public static DocumentType? Announced(string? contentType) =>
        !Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var sent) ? null
        : sent.MediaType.Equals(Pdf, StringComparison.OrdinalIgnoreCase) ? DocumentType.Pdf
        : sent.MediaType.Equals(Docx, StringComparison.OrdinalIgnoreCase) ? DocumentType.Docx
        : null;
}
