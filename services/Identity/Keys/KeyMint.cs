using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Keys;

internal sealed record MintedKey(string KeyId, string X, string Y, byte[] ProtectedPrivateKey);

/// <summary>Makes P-256 keys, and is alone in seeing their private half outside a signature.</summary>
internal sealed class KeyMint(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Identity.SigningKeys.v1");

    public MintedKey Mint()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var pkcs8 = key.ExportPkcs8PrivateKey();
        try
        {
            var keyId = Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint());
            return new MintedKey(keyId, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), protector.Protect(pkcs8));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <summary>The key to sign with.</summary>
    /// <exception cref="CryptographicException">The key ring is not the one it was made with.</exception>
    public ECDsaSecurityKey Open(SigningKey stored)
    {
        var pkcs8 = protector.Unprotect(stored.ProtectedPrivateKey);
        try
        {
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return new ECDsaSecurityKey(key) { KeyId = stored.KeyId };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }
}
