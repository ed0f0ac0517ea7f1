namespace CdeCodegen.CodeFixes.Fixers;

/// <summary>Titles of the entries in the light bulb menu.</summary>
internal static class FixTitles
{
    public const string HandleAll = "Handle all documented statuses";
    public const string HandleOne = "Handle {0} {1}";
    public const string ExpandCatchAll = "Expand the catch-all";
    public const string Discard = "Discard the result explicitly";
    public const string AddAwait = "Add 'await'";
}
