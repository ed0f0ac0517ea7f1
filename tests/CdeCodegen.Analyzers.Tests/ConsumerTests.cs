#if !LATEST_ROSLYN // What compiles here is the SDK's compiler, whichever the tests run on.
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

public sealed class ConsumerTests
{
    const string Complete = """
        class Subject
        {
            static async Task<int> M(C c) => await c.A() switch
            {
                Ok => 1,
                Unauthorized => 2,
                Forbidden => 3,
                NotFound => 4,
                Unexpected => 5,
            };
        }

        """;

    const string Missing = "        NotFound => 4,\n";

    [Fact]
    public async Task ADeletedArmBreaksTheBuildUnderWarningsAsErrors()
    {
        using var project = new ConsumerProject(Verify.Usings + Complete.Replace(Missing, "", StringComparison.Ordinal));

        var (code, output) = await project.BuildAsync();
        Assert.NotEqual(0, code);
        Assert.Contains("error CDE1002: 404 NotFound of 'R' is not handled", output, StringComparison.Ordinal);
        Assert.Contains("error CS8509", output, StringComparison.Ordinal);

        project.Source = Verify.Usings + Complete;
        (code, output) = await project.BuildAsync();
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task DotnetFormatAppliesAFix()
    {
        using var project = new ConsumerProject(Verify.Usings + "class Subject\n{\n    static async Task<int> M(C c) => await c.A() switch\n    {\n        Ok => 1,\n        _ => 4,\n    };\n}\n");

        var (code, output) = await project.FormatAsync("CDE1003");

        Assert.True(code == 0, output);
        Assert.Contains("        Ok => 1,\n        Forbidden => 4,\n        NotFound => 4,\n        _ => 4,\n", project.Source, StringComparison.Ordinal);
    }
}
#endif
