using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ServiceDefaults.Storage;

namespace Membership.Calendar;

/// <summary>
/// An address that shows meetings to whoever knows it. Only the digest of its token is kept, so that a copy of the database
/// opens no calendar.
/// </summary>
public sealed class CalendarAddress : Entity
{
    public const int TokenLength = 43;
    public const int DigestLength = 64;

    private const int TokenBytes = 32;

    private CalendarAddress()
    {
    }

    public Guid TaskForceId { get; private set; }

    /// <summary>Whose calendar it is; none for the task force's own, which has what all members are invited to.</summary>
    public Guid? SeatId { get; private set; }

    public string Digest { get; private set; } = "";
    public DateOnly MadeOn { get; private set; }
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>The token is told here, and never again.</summary>
    internal static (CalendarAddress Address, string Token) Make(Guid taskForceId, Guid? seatId, DateOnly on)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new CalendarAddress { TaskForceId = taskForceId, SeatId = seatId, Digest = DigestOf(token), MadeOn = on }, token);
    }

    public bool Revoke(DateOnly on)
    {
        if (RevokedOn is not null) return false;
        RevokedOn = on;
        return true;
    }

    internal static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
