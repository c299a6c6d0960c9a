using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>Times of many, sorted once.</summary>
internal sealed class Percentiles
{
    private readonly double[] sorted;

    public Percentiles(IEnumerable<double> milliseconds) => sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    /// <summary>Milliseconds; the nearest rank.</summary>
    public double At(double percent) => sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(50):0.0} ms, p95 {At(95):0.0} ms, p99 {At(99):0.0} ms");
}
