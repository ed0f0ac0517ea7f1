namespace CdeCodegen.Generator.Engine;

/// <summary>The documents whose references may reach a further file, as the package's targets write them.</summary>
internal static class FileOwners
{
    /// <summary>
    /// Whether a list of paths, separated by <c>|</c>, contains a path. The targets write <c>^</c> for <c>#</c> and <c>;</c>, which would start a comment
    /// in the options of the compiler.
    /// </summary>
    public static bool Contain(string documents, string path)
    {
        path = path.Replace('#', '^').Replace(';', '^');
        for (int start = 0; start <= documents.Length;)
        {
            int end = documents.IndexOf('|', start);
            end = end < 0 ? documents.Length : end;
            if (end - start == path.Length && string.CompareOrdinal(documents, start, path, 0, path.Length) == 0)
            {
                return true;
            }

            start = end + 1;
        }

        return false;
    }
}
