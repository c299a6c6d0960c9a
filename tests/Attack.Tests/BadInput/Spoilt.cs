using System.Text;
using System.Text.Json.Nodes;

namespace Attack.Tests.BadInput;

/// <summary>A JSON body while it is being spoilt: a tree, with places where text stands that no tree could hold.</summary>
internal sealed class Spoilt(JsonObject body)
{
    private readonly List<string> raws = [];

    public JsonObject Root { get; } = body.DeepClone().AsObject();

    /// <summary>An attack found its place. One inside a list or an object that this body leaves out has none.</summary>
    public bool Touched { get; private set; }

    /// <summary>The object at a place; null where an earlier attack took it away.</summary>
    public JsonObject? ObjectAt(IReadOnlyList<string> path) => At(path) as JsonObject;

    /// <summary>Puts JSON text, right or wrong, at a place.</summary>
    public void Set(IReadOnlyList<string> path, string raw)
    {
        var placeholder = $"@raw{raws.Count}@";
        switch (At([.. path.SkipLast(1)]))
        {
            case JsonObject parent:
                parent[path[^1]] = placeholder;
                break;
            case JsonArray { Count: > 0 } parent:
                parent[0] = placeholder;
                break;
            case JsonArray parent:
                parent.Add(placeholder);
                break;
            default:
                return;
        }

        raws.Add(raw);
        Touched = true;
    }

    public void Remove(IReadOnlyList<string> path) => Touched |= ObjectAt([.. path.SkipLast(1)])?.Remove(path[^1]) is true;

    /// <summary>Adds a member to an object, also of a name that it has already.</summary>
    public void AddTwice(IReadOnlyList<string> path, string name, string raw)
    {
        if (ObjectAt(path) is not { } parent) return;
        parent[$"@name{raws.Count}:{name}@"] = $"@raw{raws.Count}@";
        raws.Add(raw);
        Touched = true;
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder(Root.ToJsonString());
        for (var i = 0; i < raws.Count; i++)
        {
            text.Replace($"\"@raw{i}@\"", raws[i]);
            text.Replace($"\"@name{i}:", "\"");
        }

        text.Replace("@\":", "\":");
        // Trees are written in ASCII; what is above it is a byte of a raw text.
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private JsonNode? At(IReadOnlyList<string> path)
    {
        JsonNode? node = Root;
        foreach (var part in path) node = node switch { JsonObject own => own[part], JsonArray { Count: > 0 } list => list[0], _ => null };
        return node;
    }
}
