namespace CdeCodegen.Generator.Reading;

internal static class YamlReader
{
    public static SpecTree Read(string text, CancellationToken cancellationToken) =>
        new(null, [new SpecProblem(SpecProblemKind.SyntaxError, 0, 0, "YAML is not read yet")]);
}
