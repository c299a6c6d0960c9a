using System.Security.Cryptography;

namespace Identity.Clients;

internal static class ECKey
{
    /// <summary>Whether these are the coordinates of a point on P-256.</summary>
    public static bool IsOnCurve(byte[] x, byte[] y)
    {
        if (x.Length != 32 || y.Length != 32) return false;
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
