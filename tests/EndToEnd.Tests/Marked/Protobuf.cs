using System.Text;

namespace EndToEnd.Tests.Marked;

/// <summary>The little of protobuf's wire format that is needed to walk through a message.</summary>
internal static class Protobuf
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    /// <summary>The values of one length-delimited field.</summary>
    public static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int field)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message.Span, ref at);
            var kind = (int)(tag & 7);
            var value = kind is Varint or Bytes ? Number(message.Span, ref at) : 0;
            var length = kind switch
            {
                Varint => 0,
                Fixed64 => 8,
                Bytes => (int)value,
                Fixed32 => 4,
                _ => throw new InvalidDataException($"There is no wire type {kind}."),
            };
            if (kind == Bytes && tag >> 3 == (ulong)field) found.Add(message.Slice(at, length));
            at += length;
        }

        return found;
    }

    public static string Text(ReadOnlyMemory<byte> message, int field) => Encoding.UTF8.GetString(Fields(message, field).FirstOrDefault().Span);

    public static string Hex(ReadOnlyMemory<byte> message, int field) => Convert.ToHexStringLower(Fields(message, field).FirstOrDefault().Span);

    /// <summary>What an export of spans, measurements or log lines says of each service: all three begin in the same way.</summary>
    public static IEnumerable<(string Service, ReadOnlyMemory<byte> Message)> Resources(byte[] export) =>
        Fields(export, 1).Select(message => (Attribute(Fields(message, 1).First(), 1, "service.name")!, message));

    /// <summary>The text of an attribute; null where there is none of this name.</summary>
    /// <param name="field">Where the message has its attributes.</param>
    public static string? Attribute(ReadOnlyMemory<byte> message, int field, string name) =>
        Fields(message, field).Where(attribute => Text(attribute, 1) == name).Select(attribute => Text(Fields(attribute, 2).First(), 1)).FirstOrDefault();

    private static ulong Number(ReadOnlySpan<byte> message, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }
}
