using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ServiceDefaults.Resilience;

internal enum PipelineKind { IdempotentOnly, Everything }

/// <summary>How a call to another service is tried: at most so long, again where it is safe, and not at all while it keeps failing.</summary>
internal static class Pipelines
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan PerTry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<HttpResponseMessage> Create(PipelineKind kind, TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(
                    IsPassing(args.Outcome) && (kind == PipelineKind.Everything || MayRepeat(args.Context))),
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                UseJitter = true,
                DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome.Result)),
                OnRetry = args =>
                {
                    args.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(IsPassing(args.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .AddTimeout(PerTry)
            .Build();

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    private static bool MayRepeat(ResilienceContext context) =>
        context.Properties.TryGetValue(ResilienceHandler.Request, out var request)
        && (request.Headers.Contains("Idempotency-Key")
            || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options
            || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete);

    /// <summary>As long as the service asks, within reason; null leaves it to the backoff.</summary>
    private static TimeSpan? Asked(HttpResponseMessage? response) =>
        response?.Headers.RetryAfter?.Delta is { } delta ? (delta < LongestPause ? delta : LongestPause) : null;
}
