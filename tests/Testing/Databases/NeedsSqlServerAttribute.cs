namespace Testing;

/// <summary>On a test class: where no SQL Server is it is not there at all, rather than passed or skipped.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsSqlServerAttribute : Attribute;
