namespace CdeCodegen.Generator.OpenApi;

/// <summary>Recognizes misspelt keywords.</summary>
internal static class Spelling
{
    /// <summary>The problem of a keyword that does not exist.</summary>
    public static string Proposal(string keyword) => $"there is no such keyword; '{keyword}' is probably meant";

    /// <summary>Whether two names differ in case, in one letter that is missing, added or replaced, or in two that are swapped.</summary>
    public static bool IsSimilar(string name, string keyword)
    {
        if (Math.Abs(name.Length - keyword.Length) > 1)
        {
            return false;
        }

        if (name.Equals(keyword, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int start = 0;
        while (start < name.Length && start < keyword.Length && name[start] == keyword[start])
        {
            start++;
        }

        int end = 0;
        while (end < name.Length - start && end < keyword.Length - start && name[name.Length - 1 - end] == keyword[keyword.Length - 1 - end])
        {
            end++;
        }

        int left = name.Length - start - end;
        int right = keyword.Length - start - end;
        return (left <= 1 && right <= 1) || (left == 2 && right == 2 && name[start] == keyword[start + 1] && name[start + 1] == keyword[start]);
    }
}
