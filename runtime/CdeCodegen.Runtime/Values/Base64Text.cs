using System.Diagnostics.CodeAnalysis;

namespace CdeCodegen.Runtime.Internal;

/// <summary>Decodes base64 in the variants that servers send.</summary>
internal static class Base64Text
{
    /// <summary>Decodes base64 and base64url, with or without padding.</summary>
    internal static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = new byte[(text.Length + 3) / 4 * 3];
        if (Convert.TryFromBase64String(text, bytes, out int length))
        {
            Array.Resize(ref bytes, length);
            return true;
        }

        string standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        if (Convert.TryFromBase64String(standard, bytes, out length))
        {
            Array.Resize(ref bytes, length);
            return true;
        }

        bytes = null;
        return false;
    }
}
