namespace Benchmarks.Measuring;

/// <summary>What a row of the table says.</summary>
/// <param name="Measure">What was measured, with its unit.</param>
/// <param name="Target">What it should be.</param>
/// <param name="Value">What it is.</param>
/// <param name="Holds">Whether the target is met; null for a figure without one.</param>
internal sealed record Figure(string Measure, string Target, string Value, bool? Holds)
{
    public string Verdict => Holds switch { true => "holds", false => "FALLS SHORT", null => "" };
}
