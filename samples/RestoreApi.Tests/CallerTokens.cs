using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RestoreApi.Tests;

/// <summary>Issues the tokens that callers of the service have, in place of an authorization server.</summary>
internal static class CallerTokens
{
    private const string Issuer = "https://login.example";

    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The settings that make the service accept the tokens.</summary>
    public static (string Key, string Value)[] Settings { get; } =
    [
        ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", Issuer),
        ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(s_key)),
    ];

    /// <summary>A token that is valid for an hour.</summary>
    public static string Valid { get; } = Create(DateTimeOffset.UtcNow.AddHours(1));

    /// <summary>A token that has expired.</summary>
    public static string Expired { get; } = Create(DateTimeOffset.UtcNow.AddHours(-1));

    private static string Create(DateTimeOffset expires)
    {
        string content = Encode("""{"alg":"HS256","typ":"JWT"}""") + "."
            + Encode($$"""{"iss":"{{Issuer}}","aud":"restore-api","sub":"caller","exp":{{expires.ToUnixTimeSeconds()}}}""");
        return content + "." + Base64Url.EncodeToString(HMACSHA256.HashData(s_key, Encoding.ASCII.GetBytes(content)));
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
