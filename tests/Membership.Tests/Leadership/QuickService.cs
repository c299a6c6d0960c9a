using System.Collections.Concurrent;

namespace Membership.Tests.Leadership;

/// <summary>One whose watches look often, whose time may be moved, and whose log is read.</summary>
public sealed class QuickService : MembershipService
{
    public new const string Name = "Membership that looks often";

    private readonly Log log = new();

    public IReadOnlyCollection<string> Lines => log.All;

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Reminders:Every"] = "00:00:00.3" };

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(log);

    /// <summary>All that is logged, whatever its level.</summary>
    private sealed class Log : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>Tests that move its time by days, forward only.</summary>
[CollectionDefinition(QuickService.Name)]
public sealed class QuickServiceTests : ICollectionFixture<QuickService>;
