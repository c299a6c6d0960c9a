using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDefaults.Storage;

/// <summary>
/// Instants are stored as UTC to the microsecond, the finest that all three providers keep and SQLite can compare.
/// </summary>
public sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => new DateTime(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
