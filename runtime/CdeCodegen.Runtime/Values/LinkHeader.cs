namespace CdeCodegen.Runtime.Internal;

/// <summary>Reads the header <c>Link</c> (RFC 8288): <c>&lt;target&gt;; rel="next last"; title="a, b", …</c>.</summary>
internal static class LinkHeader
{
    /// <summary>Returns the target of the first link with a relation type, or null.</summary>
    internal static Uri? Find(string text, string relation)
    {
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOf('<') is >= 0 and int start && rest[start..].IndexOf('>') is > 0 and int length)
        {
            ReadOnlySpan<char> target = rest[(start + 1)..(start + length)];
            rest = rest[(start + length + 1)..];
            int end = End(rest, ',');
            if (HasRelation(rest[..end], relation) && Uri.TryCreate(target.Trim().ToString(), UriKind.RelativeOrAbsolute, out Uri? url))
            {
                return url;
            }

            rest = rest[end..];
        }

        return null;
    }

    /// <summary>The length of the text before a separator outside quotation marks.</summary>
    private static int End(ReadOnlySpan<char> text, char separator)
    {
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == separator && !isQuoted)
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool HasRelation(ReadOnlySpan<char> parameters, string relation)
    {
        while (!parameters.IsEmpty)
        {
            int end = End(parameters, ';');
            string parameter = parameters[..end].Trim().ToString();
            parameters = parameters[Math.Min(end + 1, parameters.Length)..];
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter[..equals].TrimEnd().Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                // Of several, the first one counts. It can name several relation types.
                string[] relations = parameter[(equals + 1)..].Trim().Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return Array.Exists(relations, name => name.Equals(relation, StringComparison.OrdinalIgnoreCase));
            }
        }

        return false;
    }
}
