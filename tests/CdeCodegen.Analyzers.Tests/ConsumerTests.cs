#if !LATEST_ROSLYN // These tests run the SDK's compiler, so one test project is enough.
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

public sealed class ConsumerTests
{
    private const string Complete = """
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

    private const string Missing = "        NotFound => 4,\n";

    [Fact]
    public async Task A_deleted_arm_fails_a_build_with_warnings_as_errors()
    {
        using var project = new ConsumerProject(Verify.Usings + Complete.Replace(Missing, "", StringComparison.Ordinal));

        (int code, string? output) = await project.BuildAsync();
        Assert.NotEqual(0, code);
        Assert.Contains("error CDE1002: 404 NotFound of 'R' is not handled", output, StringComparison.Ordinal);
        Assert.Contains("error CS8509", output, StringComparison.Ordinal);

        project.Source = Verify.Usings + Complete;
        (code, output) = await project.BuildAsync();
        Assert.True(code == 0, output);
    }

    /// <summary>
    /// A fix that can change what a program does is for the developer to choose: 'dotnet format' must not turn a dropped 404 into an exception, or hide it.
    /// </summary>
    [Theory]
    [InlineData]
    [InlineData("--severity", "info")]
    [InlineData("--diagnostics", "CDE1001")]
    [InlineData("analyzers")]
    [InlineData("analyzers", "--severity", "info", "--diagnostics", "CDE1001", "CDE1002", "CDE1003", "CDE1004", "CDE1005")]
    public async Task Dotnet_format_changes_no_behavior(params string[] arguments)
    {
        const string Source = """
            internal class Subject
            {
                private static async Task A(C c)
                {
                    await c.A();
                }

                private static async Task B(C c)
                {
                    c.A();
                    await Task.Yield();
                }

                private static Task D(C c) => c.A();

                private static async Task E(C c)
                {
                    if (await c.A() is Ok ok)
                    {
                        Console.WriteLine(ok.Value.Id);
                    }
                }

                private static async Task<int> G(C c) => await c.A() switch
                {
                    Ok => 1,
                    _ => 2,
                };

                private static Task F(C c) => Task.WhenAll(A(c), B(c), E(c), G(c));
            }

            """;
        using var project = new ConsumerProject(Verify.Usings + Source, "<NoWarn>$(NoWarn);CS4014</NoWarn>");
        string[] reported =
        [
            "Subject.cs(12): error CDE1001",
            "Subject.cs(17): error CDE1004",
            "Subject.cs(21): error CDE1005",
            "Subject.cs(25): error CDE1002",
        ];
        Assert.Equal(reported, await project.DiagnoseAsync());

        (int code, string? output) = await project.FormatAsync(arguments);

        Assert.True(code == 0, output);
        Assert.Equal(Verify.Usings + Source, project.Source);
        Assert.Equal(reported, await project.DiagnoseAsync());
    }

    /// <summary>The IDE rules on switches run in a build that enables them. A trailing comment states the expected diagnostics of its line.</summary>
    [Theory]
    [InlineData("9.0")]
    [InlineData("12.0")]
    [InlineData("13.0")]
    [InlineData("14.0")]
    [InlineData("preview")]
    public async Task IDE_rules_are_suppressed_for_complete_switches(string version)
    {
        const string Source = """
            using System.Threading.Tasks;
            using CdeCodegen.Runtime;
            using static R;
            class Subject
            {
                static void Do() { }
                static int M1(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
                static int M2(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4 }; // error CS8509, error IDE0072
                static int M3(R? r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 }; // error CS8509, error IDE0072
                static int M4(R? r) => r switch { null => 0, Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
                static int M5(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden { Reason: "x" } => 3, NotFound => 4, Unexpected => 5 }; // error CS8509, error IDE0072
                static int M6(R r) => r switch { Ok { Value: { } v } => v.Id, Unauthorized or Forbidden => 3, NotFound(var a, _) => 4, Unexpected => 5 };
                static int M7(R r) => r switch { Ok => 1, _ => 2 };
                static void S1(R r) { switch (r) { case Ok: Do(); break; case Unauthorized: case Forbidden: case NotFound: case Unexpected: break; } }
                static void S2(R r) { switch (r) { case Ok: Do(); break; case Unauthorized: case Forbidden: case NotFound: break; } } // error IDE0010
                static void S3(R? r) { switch (r) { case Ok: Do(); break; case Unauthorized: case Forbidden: case NotFound: case Unexpected: break; } } // error IDE0010
                static void S4(R? r) { switch (r) { case null: break; case Ok: Do(); break; case Unauthorized: case Forbidden: case NotFound: case Unexpected: break; } }
                static void S5(R r) { switch (r.StatusCode) { case 200: Do(); break; case 403: break; } } // error IDE0010
                static void S6(R r) { switch (r) { case Ok o when o.Value.Id == 1: Do(); break; case Unauthorized: case Forbidden: case NotFound: case Unexpected: break; } } // error IDE0010
                static void S7(R r) { switch (r) { case { IsSuccess: true }: Do(); break; case Unauthorized: case Forbidden: case NotFound: case Unexpected: break; } }
                static async Task<int> F(C c) => await c.A() switch { Ok => 1, _ => 2 }; // error CDE1003
                static async Task G(C c) { if (await c.A() is Ok) Do(); } // error CDE1002
            }
            static class Parts { public static void Deconstruct(this NotFound it, out string a, out int b) { a = ""; b = 1; } }

            """;
        using var project = new ConsumerProject(Source, $"<LangVersion>{version}</LangVersion><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>");
        project.Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.IDE0072.severity = error
            dotnet_diagnostic.IDE0010.severity = error
            dotnet_diagnostic.CDE1003.severity = error
            """);

        Assert.Equal(Expected(Source, "Subject.cs"), await project.DiagnoseAsync());
    }

    /// <summary>Covers all ways to set an option, to configure a severity, to suppress a rule, and to mark code as generated.</summary>
    [Fact]
    public async Task Settings_apply_to_the_files_in_their_scope()
    {
        const string Member = "static async Task M(C c) { if (await c.A() is Ok) Do(); } static void Do() { }";
        const string Partly = "static async Task N(C c) { if (await c.A() is Unauthorized or NotFound) Do(); } static void Do() { }";
        const string Caught = "static async Task<int> N(C c) => await c.A() switch { Ok => 1, _ => 2 };";
        const string Dropped = "static async Task D(C c) { await c.A(); }";
        const string Tested = "[Xunit.Fact] public async Task T(C c) { await c.A(); }";
        var files = new Dictionary<string, string>
        {
            ["Root.cs"] = $"class Root {{\n{Member} // warning CDE1002\n}}",
            ["RootPartly.cs"] = $"class RootPartly {{\n{Partly} // warning CDE1002\n}}",
            ["RootCaught.cs"] = $"class RootCaught {{\n{Caught}\n}}",
            ["Sub/Partly.cs"] = $"class SubPartly {{\n{Partly}\n}}",
            ["Sub/Deep/Partly.cs"] = $"class DeepPartly {{\n{Partly} // warning CDE1002\n}}",
            ["Sub/Own.cs"] = $"class SubOwn {{\n{Member} // error CDE1002\n{Dropped} // error CDE1001\n}}",
            ["Strict/Caught.cs"] = $"class StrictCaught {{\n{Caught} // error CDE1003\n}}",
            ["Strict/Test.cs"] = $"class StrictTest {{\n{Tested} // error CDE1001\n}}",
            ["Test.cs"] = $"class RootTest {{\n{Tested}\n}}",
            ["Quiet/Off.cs"] = $"class Off {{\n{Member}\n}}",
            ["Pragma.cs"] = $"class Pragma {{\n#pragma warning disable CDE1002\n{Member}\n#pragma warning restore CDE1002\n{Dropped} // warning CDE1001\n}}",
            ["Attribute.cs"] = $"class Attributed {{\n[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ApiResult\", \"CDE1002:Response status is not handled\")]\n{Member}\n}}",
            ["Generated.cs"] = $"[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")] class Generated {{\n{Member}\n}}",
            ["Header.cs"] = $"// <auto-generated>\n// x\n// </auto-generated>\nclass Header {{\n{Member}\n}}",
            ["Made/By.cs"] = $"class MadeBy {{\n{Member}\n}}",
            ["Made/Not.cs"] = $"class MadeNot {{\n{Member} // warning CDE1002\n}}",
            ["Some.g.cs"] = $"class SomeG {{\n{Member}\n}}",
            ["Page.razor.g.cs"] = $"class Page {{\n{Member} // warning CDE1002\n}}",
            ["NoWarn.cs"] = "class NoWarned {\nstatic void D(C c) { c.A(); }\n}",
        };
        using var project = new ConsumerProject(
            "class Subject { }", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors><NoWarn>$(NoWarn);CDE1004;CS4014</NoWarn>");
        foreach (KeyValuePair<string, string> file in files)
        {
            project.Write(file.Key, Verify.Usings.Replace("\n", " ", StringComparison.Ordinal) + file.Value);
        }
        // Only a comment at the start of the file marks it as generated.
        project.Write("Header.cs", files["Header.cs"].Replace(
            "</auto-generated>\n", "</auto-generated>\n" + Verify.Usings.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal));
        project.Write(".editorconfig", """
            root = true
            [*.cs]
            cde_required_statuses = 403,404
            [Quiet/*.cs]
            dotnet_diagnostic.CDE1002.severity = none
            [Made/By.cs]
            generated_code = true
            [Strict/**.cs]
            dotnet_diagnostic.CDE1003.severity = error
            cde_tests = on
            dotnet_diagnostic.CDE1001.severity = error
            """);
        project.Write("Sub/.editorconfig", "[*.cs]\ncde_required_statuses = 404\ndotnet_analyzer_diagnostic.category-ApiResult.severity = error\n");
        project.Write("Sub/Deep/.editorconfig", "[*.cs]\ncde_required_statuses = unset\ndotnet_analyzer_diagnostic.category-ApiResult.severity = warning\n");
        project.Write(".globalconfig", "is_global = true\ncde_check_parameters = perhaps\ncde_test = off\n");

        string[] expected = [.. files.SelectMany(file => Expected(file.Value, file.Key)), "warning CDE1000"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), await project.DiagnoseAsync());
    }

    private static IEnumerable<string> Expected(string source, string file) => source.Split('\n')
        .SelectMany((line, index) => line.Split(" // ") is [.., var said] && said != line
            ? said.Split(", ").Select(one => $"{file}({index + 1}): {one}")
            : [])
        .Where(static line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
#endif
