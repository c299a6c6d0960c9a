namespace ServiceDefaults.Http;

/// <summary>A request that turns out invalid below the endpoint; answered with 400 and the field's name.</summary>
public sealed class InvalidRequestException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}
