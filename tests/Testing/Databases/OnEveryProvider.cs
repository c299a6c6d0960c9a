using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Testing;

/// <summary>
/// Finds the tests that can run here, and says in one line where those on SQL Server cannot. Test projects that run on
/// every provider name it as their <see cref="TestFrameworkAttribute"/>.
/// </summary>
public sealed class OnEveryProvider(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        private readonly string? whyNot = Report(SqlServer.WhyNot());

        protected override bool IsValidTestClass(ITypeInfo type) => base.IsValidTestClass(type)
            && (whyNot is null || !type.GetCustomAttributes(typeof(NeedsSqlServerAttribute)).Any());

        private static string? Report(string? whyNot)
        {
            if (whyNot is not null) Console.WriteLine($"Not run on SQL Server: {whyNot}.");
            return whyNot;
        }
    }
}
