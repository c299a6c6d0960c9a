using ServiceDefaults.Access;

namespace Reporting.ReferralReports;

/// <summary>What a caller may see: which threshold holds for it, and whose row is its own.</summary>
internal sealed record Reader(int Threshold, Guid? OwnAgency)
{
    public static readonly string[] AllowedRoles =
        [Roles.Analyst, Roles.Supervisor, Roles.Coordinator, Roles.HubAdmin, Roles.CoreGroup, Roles.Funder];

    public static Reader Of(Caller caller, ReportingOptions options) => new(
        caller.Roles.Select(role => options.Thresholds.GetValueOrDefault(role)).Append(options.Threshold).Max(),
        caller.Is(Roles.Analyst) || caller.Is(Roles.Supervisor) ? caller.AgencyId : null);
}
