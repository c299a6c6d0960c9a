namespace ServiceDefaults.Messaging;

/// <summary>The name under which this service publishes: with a hub it names a stream.</summary>
internal sealed record ServiceName(string Value);
