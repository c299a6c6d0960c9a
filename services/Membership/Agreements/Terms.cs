using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Membership.Agreements;

/// <summary>What the parties undertake. Nothing about a case or a person served.</summary>
/// <param name="Roles">What each does within its normal capacity; of an information-sharing agreement, what is shared with whom.</param>
/// <param name="Timeframe">For how long, and when it is looked at again.</param>
/// <param name="FiscalDuties">Who pays what, if anybody does.</param>
/// <param name="StartsOn">The first day; where not given, the day on which the last signs.</param>
/// <param name="ExpiresOn">The last day; where not given, it runs until it is terminated.</param>
public sealed record Terms(
    [property: Required, PlainText(Lines = true), StringLength(AgreementVersion.TextLength)] string Roles,
    [property: Required, PlainText(Lines = true), StringLength(AgreementVersion.ShortLength)] string Timeframe,
    [property: PlainText(Lines = true), StringLength(AgreementVersion.TextLength)] string? FiscalDuties = null,
    DateOnly? StartsOn = null,
    DateOnly? ExpiresOn = null)
{
    internal AgreementTerms Taken() => new(Roles.Trim(), Timeframe.Trim(), FiscalDuties?.Trim(), StartsOn, ExpiresOn);

    /// <summary>Null where the days make sense.</summary>
    /// <param name="amends">An amendment follows what is in force on the day on which the last signs, so it names no day of its own.</param>
    internal ProblemHttpResult? Refused(bool amends, DateOnly today)
    {
        if (ExpiresOn < today) return Problems.Invalid("terms.expiresOn", "It would be over already.");
        if (ExpiresOn < StartsOn) return Problems.Invalid("terms.expiresOn", "Must be on or after startsOn.");
        return amends && StartsOn is not null
            ? Problems.Invalid("terms.startsOn", "An amendment takes effect when the last has signed. Leave it out.")
            : null;
    }
}
