using System.Reflection;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// Code before and after a fix. A shape is a member of a class that has a client, or a whole file; where there are several files, they are parted by
/// <c>====</c>. In the code after, <c>+ A B</c> stands for sections that throw and <c>=> A B</c> for arms that do.
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
            yield return new FixShape(header[0], header[1], header[2], header.Length > 3 ? header[3].Split(' ') : [], Files(sides[0]), Files(sides.Length > 1 ? Expand(sides[1]) : sides[0]));
        }
    }

    public bool Has(string option) => Options.Contains(option);

    public override string ToString() => Name;

    private static string[] Files(string text) => text.Split("\n====\n");

    private static string Expand(string text) => string.Join('\n', text.Split('\n').SelectMany(static line =>
    {
        string code = line.TrimStart();
        string indentation = line[..^code.Length];
        return code.StartsWith("+ ", StringComparison.Ordinal)
            ? code[2..].Split(' ').SelectMany(name => new[] { $"{indentation}case {name}:", $"{indentation}    throw new NotImplementedException();" })
            : code.StartsWith("=> ", StringComparison.Ordinal) ? code[3..].Split(' ').Select(name => $"{indentation}{name} => throw new NotImplementedException(),") : [line];
    }));
}
