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
        Assert.Contains("error CDE1010: The switch does not cover 404 NotFound of 'R'", output, StringComparison.Ordinal);
        Assert.Equal(["Subject.cs(10): error CDE1010"], await project.DiagnoseAsync());

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

    /// <summary>An arm that throws, where the switch threw before, is the one fix that 'dotnet format' applies.</summary>
    [Fact]
    public async Task Dotnet_format_adds_arms_where_a_switch_expression_throws_anyway()
    {
        const string Arms = """
                    NotFound => 4,
                    Unexpected => 5,

            """;
        string incomplete = Verify.Usings + Complete.Replace("\r\n", "\n", StringComparison.Ordinal).Replace(Arms.TrimEnd('\n') + "\n", "", StringComparison.Ordinal);
        using var project = new ConsumerProject(incomplete);

        (int code, string? output) = await project.FormatAsync("analyzers", "--diagnostics", "CDE1010");

        Assert.True(code == 0, output);
        Assert.Contains(
            "        Forbidden => 3,\n        NotFound => throw new NotImplementedException(),\n        Unexpected => throw new NotImplementedException(),\n    };",
            project.Source,
            StringComparison.Ordinal);
        Assert.Empty(await project.DiagnoseAsync());
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
                static int M2(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4 }; // error CDE1010
                static int M3(R? r) => r switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 }; // error CS8509, error IDE0072
                static int M4(R? r) => r switch { null => 0, Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound => 4, Unexpected => 5 };
                static int M5(R r) => r switch { Ok => 1, Unauthorized => 2, Forbidden { Reason: "x" } => 3, NotFound => 4, Unexpected => 5 }; // error CDE1010
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

    /// <summary>
    /// Where a rule of the analyzer and one of the compiler or the IDE see the same fault, the build shows one diagnostic. The others stay where no rule
    /// of the analyzer replaces them: in tests, in generated code, and where its severity is lower.
    /// </summary>
    [Fact]
    public async Task One_fault_is_one_diagnostic()
    {
        const string Source = """
            using System;
            using System.Threading.Tasks;
            using CdeCodegen.Runtime;
            using static R;
            class Subject
            {
                static void Do() { }
                static string Text() => "";
                static async Task<int> M1(C c) => await c.A() switch { Ok => 1, Unauthorized => 2, Unexpected => 3 }; // error CDE1010
                static async Task<int> M2(C c) => await c.A() switch { Ok => 1, Unauthorized => 2, Forbidden => 3, NotFound f when f.Reason == "" => 4, Unexpected => 3 }; // error CDE1010
                static async Task M3(C c) { c.A(); await Task.Yield(); } // error CDE1004
                static async Task M4(C c) { c?.A().ConfigureAwait(false); await Task.Yield(); } // error CDE1004
                static async Task M5(C c) { await c.A(); } // error CDE1001
                static async Task M6(C c) { await Task.WhenAll(c.A(), c.A()); } // error CDE1001
                static async Task M7(C c) { var r = await c.A(); } // error CDE1002
                static async Task M8(C c) { R r; r = await c.A(); } // error CDE1002
                static async Task M9(C c) { _ = await c.A(); }
                static async Task N1(C c) { Func<Task> f = async () => { await c.A(); }; await f(); } // error CDE1001
                static async Task N2(C c) { Task.Run(Do); await Task.Yield(); } // error CS4014, error IDE0058
                static void N3() { Text(); } // error IDE0058
                static void N4() { var r = Text(); } // error IDE0059
                static async Task N5(C c) { bool b = await c.A() is Ok; } // error IDE0059
            }

            """;
        const string Test = """
            public class Test { [Xunit.Fact] public async System.Threading.Tasks.Task T(C c) { c.A(); await System.Threading.Tasks.Task.Yield(); } } // error CS4014, error IDE0058
            """;
        const string Low = "class Low { int M(R r) => r switch { R.Ok => 1 }; } // error CS8509, error IDE0072\n";
        const string Off = "class Off { int M(R r) => r switch { R.Ok => 1 }; } // error CS8509, error IDE0072\n";
        const string Generated = "#pragma warning disable IDE0072\nclass Generated { int M(R r) => r switch { R.Ok => 1 }; } // error CS8509\n";
        using var project = new ConsumerProject(Source, "<EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>");
        project.Write("Test.cs", Test);
        project.Write("Low/Low.cs", Low);
        project.Write("Off/Off.cs", Off);
        project.Write("Generated.g.cs", Generated);
        project.Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.IDE0072.severity = error
            dotnet_diagnostic.IDE0058.severity = warning
            dotnet_diagnostic.IDE0059.severity = warning
            [Low/*.cs]
            dotnet_diagnostic.CDE1010.severity = suggestion
            [Off/*.cs]
            dotnet_diagnostic.CDE1010.severity = none
            """);

        string[] expected =
        [
            .. Expected(Source, "Subject.cs"), .. Expected(Test, "Test.cs"), .. Expected(Low, "Low/Low.cs"), .. Expected(Off, "Off/Off.cs"), .. Expected(Generated, "Generated.g.cs"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), await project.DiagnoseAsync());
    }

    [Fact]
    public async Task A_test_project_may_drop_results()
    {
        const string Source = "class Helper { static async System.Threading.Tasks.Task M(C c) { await c.A(); } }";
        using var library = new ConsumerProject(Source);
        Assert.Equal(["Subject.cs(1): error CDE1001"], await library.DiagnoseAsync());
        using var tests = new ConsumerProject(Source, "<IsTestProject>true</IsTestProject>");
        Assert.Empty(await tests.DiagnoseAsync());
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
