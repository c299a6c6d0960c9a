using Contracts;

namespace Membership.Leadership;

/// <summary>So many of a kind that a model needs and nobody holds.</summary>
public sealed record MissingPosition(LeadershipPositionKind Kind, int Count);

/// <summary>Which positions each model of leadership has: one chair; two or more co-chairs; a figurehead and whoever does the work.</summary>
internal static class ModelRule
{
    private static readonly Dictionary<LeadershipModel, MissingPosition[]> Needs = new()
    {
        [LeadershipModel.Single] = [new(LeadershipPositionKind.Chair, 1)],
        [LeadershipModel.CoLeadership] = [new(LeadershipPositionKind.CoChair, 2)],
        [LeadershipModel.FigureheadAndOperational] = [new(LeadershipPositionKind.FigureheadChair, 1), new(LeadershipPositionKind.OperationalLead, 1)],
    };

    /// <summary>Leads, and does not only help those who do.</summary>
    public static bool Leads(LeadershipPositionKind kind) => kind is not (LeadershipPositionKind.ViceChair or LeadershipPositionKind.Secretary);

    /// <summary>One at a time.</summary>
    public static bool IsSole(LeadershipPositionKind kind) => kind is not (LeadershipPositionKind.CoChair or LeadershipPositionKind.ViceChair);

    public static bool Has(LeadershipModel model, LeadershipPositionKind kind) => !Leads(kind) || Needs[model].Any(need => need.Kind == kind);

    public static IReadOnlyList<MissingPosition> Missing(LeadershipModel model, IReadOnlyCollection<LeadershipPositionKind> held) =>
    [
        .. Needs[model]
            .Select(need => need with { Count = need.Count - held.Count(kind => kind == need.Kind) })
            .Where(missing => missing.Count > 0),
    ];

    public static string InWords(IEnumerable<MissingPosition> missing) => string.Join(", ", missing.Select(position => $"{position.Count} {position.Kind}"));
}
