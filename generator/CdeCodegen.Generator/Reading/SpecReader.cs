using System.Runtime.CompilerServices;

namespace CdeCodegen.Generator.Reading;

/// <summary>Reads a text into nodes. No text makes it throw.</summary>
internal static class SpecReader
{
    /// <param name="path">The path. Only its extension is used.</param>
    /// <param name="text">The document.</param>
    /// <param name="cancellationToken">Checked periodically.</param>
    public static SpecTree Read(string path, string text, CancellationToken cancellationToken)
    {
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        int first = start;
        while (first < text.Length && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return new SpecTree(null, [new SpecProblem(SpecProblemKind.SyntaxError, 0, 0, "the document is empty")]);
        }

        // The content decides. The extension decides only for an opening bracket, which starts JSON or YAML in flow style.
        bool isNamedYaml = HasExtension(path, ".yaml") || HasExtension(path, ".yml");
        bool isNamedJson = HasExtension(path, ".json");
        if (text[first] is not ('{' or '[') && !(isNamedJson && text[first] is '/' or '"'))
        {
            return ReadYaml(text, start, cancellationToken);
        }

        SpecTree json = JsonReader.Read(text, start, cancellationToken);
        if (isNamedJson || json.Problems.Count == 0)
        {
            return json;
        }

        SpecTree yaml = ReadYaml(text, start, cancellationToken);
        return isNamedYaml || !HasSyntaxError(yaml) ? yaml : json;
    }

    private static SpecTree ReadYaml(string text, int start, CancellationToken cancellationToken) =>
        CommonYamlReader.TryRead(text, start, cancellationToken) ?? ReadAnyYaml(text, cancellationToken);

    // Compiling this method loads YamlDotNet, which few documents need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SpecTree ReadAnyYaml(string text, CancellationToken cancellationToken) => YamlReader.Read(text, cancellationToken);

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static bool HasSyntaxError(SpecTree tree)
    {
        foreach (SpecProblem problem in tree.Problems)
        {
            if (problem.Kind == SpecProblemKind.SyntaxError)
            {
                return true;
            }
        }

        return false;
    }
}
