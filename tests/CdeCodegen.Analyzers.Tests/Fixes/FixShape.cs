using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// Code before and after a fix, separated by <c>----</c>. The code is a member of a class that has a client <c>c</c>, or a whole file with the option
/// <c>source</c>; <c>====</c> separates several files. In the code after the fix, <c>+ A B</c> expands to sections for A and B that throw, and
/// <c>=> A B</c> to arms that throw.
/// </summary>
public sealed record FixShape(string Name, string Rule, string Key, string[] Options, string[] Before, string[] After)
{
    public static IEnumerable<FixShape> Read(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        foreach (string? part in ("\n" + reader.ReadToEnd()).Split("\n### ").Skip(1))
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            string[] header = part[..end].Split(" | ");
            string[] sides = part[(end + 1)..].TrimEnd('\n').Split("\n----\n");
            string[] options = header.Length > 3 ? header[3].Split(' ') : [];
            string after = sides.Length > 1 ? Expand(sides[1]) : sides[0];
            yield return new FixShape(header[0], header[1], header[2], options, SplitFiles(sides[0]), SplitFiles(after));
        }
    }

    /// <summary>The version in the option <c>lang=</c>, or the latest version.</summary>
    public LanguageVersion LanguageVersion
    {
        get
        {
            foreach (string option in Options)
            {
                if (option.StartsWith("lang=", StringComparison.Ordinal))
                {
                    return LanguageVersionFacts.TryParse(option[5..], out LanguageVersion version) ? version : throw new FormatException(option);
                }
            }

            return LanguageVersion.Latest;
        }
    }

    public bool Has(string option) => Options.Contains(option);

    public override string ToString() => Name;

    private static string[] SplitFiles(string text) => text.Split("\n====\n");

    private static string Expand(string text) => string.Join('\n', text.Split('\n').SelectMany(static line =>
    {
        string code = line.TrimStart();
        string indentation = line[..^code.Length];
        return code.StartsWith("+ ", StringComparison.Ordinal)
            ? code[2..].Split(' ').SelectMany(name => new[] { $"{indentation}case {name}:", $"{indentation}    throw new NotImplementedException();" })
            : code.StartsWith("=> ", StringComparison.Ordinal)
                ? code[3..].Split(' ').Select(name => $"{indentation}{name} => throw new NotImplementedException(),")
                : [line];
    }));
}
