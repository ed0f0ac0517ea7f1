namespace CdeCodegen.Runtime.Generated;

/// <summary>The variants of base64 that servers send beside the standard one.</summary>
internal static class WireBase64
{
    /// <summary>Decodes base64url, and either alphabet without its padding.</summary>
    internal static bool TryDecode(string text, out byte[]? bytes)
    {
        string standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        byte[] buffer = new byte[standard.Length / 4 * 3];
        if (Convert.TryFromBase64String(standard, buffer, out int length))
        {
            bytes = buffer[..length];
            return true;
        }

        bytes = null;
        return false;
    }
}
