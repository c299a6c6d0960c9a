using System.ComponentModel.DataAnnotations;

namespace Reporting;

/// <summary>Configuration <c>Reporting</c>.</summary>
public sealed class ReportingOptions
{
    /// <summary>The hub that this instance reports for.</summary>
    [Required(ErrorMessage = "Reporting:Hub is missing: each instance reports for one hub.")]
    public string Hub { get; set; } = "";

    /// <summary>Counts above 0 and below this are hidden from readers outside the agency. Below 5 the rule protects nothing.</summary>
    [Range(5, 1000)]
    public int Threshold { get; set; } = 11;

    /// <summary>Stricter thresholds by role, such as <c>Reporting:Thresholds:funder = 20</c>. Who holds several roles has the strictest.</summary>
    public Dictionary<string, int> Thresholds { get; } = [];

    /// <summary>Days after a month's end until it is closed: by then every fact of the month is in its journal.</summary>
    [Range(1, 90)]
    public int GraceDays { get; set; } = 5;
}
