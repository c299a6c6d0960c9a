using EndToEnd.Tests.Failure;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("EndToEnd.Tests.LongestFirst", "EndToEnd.Tests")]

namespace EndToEnd.Tests;

/// <summary>As many platforms run at once as there are cores, and each waits much. The ones that take longest begin.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [TwoReplicas.Name, OnePlatform.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => Array.IndexOf([.. Longest.Reverse()], collection.DisplayName)).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
