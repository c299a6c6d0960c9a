using System.Text.Json.Nodes;

namespace Attack.Tests.Requests;

/// <summary>A parameter in a query, path or header, as it is described.</summary>
public sealed record Parameter(string Name, string In, bool Required, JsonObject Schema);

/// <summary>An operation as its service describes it.</summary>
/// <param name="Body">The schema of its JSON body; null where it takes none.</param>
public sealed record Operation(string Service, HttpMethod Method, string Path, IReadOnlyList<Parameter> Parameters, JsonObject? Body, bool Anonymous)
{
    /// <summary>What samples are found by.</summary>
    public string Key => $"{Service} {Method} {Path}";

    public bool Writes => Method == HttpMethod.Post || Method == HttpMethod.Put || Method == HttpMethod.Patch || Method == HttpMethod.Delete;

    public bool Takes(string header) => Parameters.Any(parameter => parameter.In == "header" && parameter.Name == header);

    public IEnumerable<Parameter> In(string place) => Parameters.Where(parameter => parameter.In == place);

    public override string ToString() => Key;
}
