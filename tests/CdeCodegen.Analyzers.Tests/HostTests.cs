using System.Collections.Immutable;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies that results are recognized wherever they and their marker attributes are declared.</summary>
public sealed class HostTests
{
    private const string Runtime = """
        using System; using System.Collections.Generic;
        namespace CdeCodegen.Runtime
        {
            [AttributeUsage(AttributeTargets.Class, Inherited = false)] public sealed class ApiResultAttribute : Attribute { public string Operation { get; set; } }
            [AttributeUsage(AttributeTargets.Class, Inherited = false)] public sealed class ApiResultCaseAttribute : Attribute { public ApiResultCaseAttribute(int status) { } public ApiResultCaseAttribute(string status) { } }
            public abstract class ApiResult { protected ApiResult(int status) { StatusCode = status; } public int StatusCode { get; } public bool IsSuccess => StatusCode == 200; }
        }
        """;

    private const string Client = """
        using CdeCodegen.Runtime; using System.Threading.Tasks;
        namespace Acme
        {
            [ApiResult] public abstract class GetResult : ApiResult
            {
                GetResult(int status) : base(status) { }
                [ApiResultCase(200)] public sealed class Ok : GetResult { public Ok() : base(200) { } }
                [ApiResultCase(403)] public sealed class Forbidden : GetResult { public Forbidden() : base(403) { } }
                [ApiResultCase(404)] public sealed class NotFound : GetResult { public NotFound() : base(404) { } }
            }
            public class Api { public Task<GetResult> GetAsync() => null; }
        }
        """;

    private const string User = "using System.Threading.Tasks; class User { static async Task M(Acme.Api api) { if (await api.GetAsync() is Acme.GetResult.Ok) { } } }";

    private static readonly string[] s_missing = ["CDE1002"];

    [Fact]
    public async Task Results_are_found_across_three_assemblies()
    {
        MetadataReference runtime = Build("CdeCodegen.Runtime", [Runtime]);
        MetadataReference client = Build("Acme.Client", [Client], runtime);
        Assert.Equal(s_missing, await Report([User], runtime, client));
    }

    [Fact]
    public async Task Results_are_found_if_the_client_contains_the_runtime() =>
        Assert.Equal(s_missing, await Report([User], Build("Acme.Client", [Client, Runtime])));

    [Fact]
    public async Task Results_are_found_in_a_single_assembly() => Assert.Equal(s_missing, await Report([Runtime, Client, User]));

    [Fact]
    public async Task Results_are_found_through_an_interface_and_a_wrapper()
    {
        MetadataReference runtime = Build("CdeCodegen.Runtime", [Runtime]);
        MetadataReference client = Build("Acme.Client", [Client], runtime);
        MetadataReference wrapper = Build("Acme.Wrapper", ["using Acme; using System.Threading.Tasks; public interface IApi { Task<GetResult> GetAsync(); } public sealed class Wrapper<T> where T : Api { public ValueTask<GetResult> Get() => default; }"], runtime, client);
        Assert.Equal(
            ["CDE1001", "CDE1002", "CDE1004"],
            await Report(["using System.Threading.Tasks; class User { static async Task M(IApi api, Wrapper<Acme.Api> w) { if (await api.GetAsync() is Acme.GetResult.Ok) { } await w.Get(); w.Get(); } }"], runtime, client, wrapper));
    }

    [Fact]
    public async Task Internal_results_of_a_friend_assembly_are_found()
    {
        MetadataReference runtime = Build("CdeCodegen.Runtime", [Runtime]);
        MetadataReference client = Build("Acme.Client", ["[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Subject\")]",
            Client.Replace("public abstract class GetResult", "internal abstract class GetResult", StringComparison.Ordinal)
                .Replace("public class Api", "internal class Api", StringComparison.Ordinal)], runtime);
        Assert.Equal(s_missing, await Report([User], runtime, client));
    }

    /// <summary>The client was compiled against an assembly from which the marker attributes have moved.</summary>
    [Fact]
    public async Task A_type_forwarded_marker_is_found()
    {
        MetadataReference client = Build("Acme.Client", [Client], Build("CdeCodegen.Runtime", [Runtime]));
        MetadataReference core = Build("CdeCodegen.Core", [Runtime]);
        MetadataReference facade = Build("CdeCodegen.Runtime", [string.Concat(new[] { "ApiResultAttribute", "ApiResultCaseAttribute", "ApiResult" }.Select(static name => $"[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(CdeCodegen.Runtime.{name}))]"))], core);
        Assert.Equal(s_missing, await Report([User], facade, core, client));
    }

    [Fact]
    public async Task Results_of_two_runtimes_are_found()
    {
        MetadataReference first = Build("CdeCodegen.Runtime", [Runtime, "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]"]);
        MetadataReference second = Build("CdeCodegen.Runtime.Copy", [Runtime, "[assembly: System.Reflection.AssemblyVersion(\"2.0.0.0\")]"]);
        MetadataReference client = Build("Acme.Client", [Client], first);
        MetadataReference other = Build("Other.Client", [Client.Replace("namespace Acme", "namespace Other", StringComparison.Ordinal)], second);
        Assert.Equal(
            ["CDE1002", "CDE1002"],
            await Report([User, User.Replace("Acme", "Other", StringComparison.Ordinal)
                .Replace("class User", "class OtherUser", StringComparison.Ordinal)], first, second, client, other));
    }

    [Theory]
    [InlineData("using CdeCodegen.Runtime;", "[ApiResult]")]
    [InlineData("using CdeCodegen.Runtime;", "[ApiResultAttribute]")]
    [InlineData("using CdeCodegen.Runtime;", "[ApiResult()]")]
    [InlineData("using CdeCodegen.Runtime;", "[ApiResult(Operation = \"get\")]")]
    [InlineData("using CdeCodegen.Runtime;", "[@ApiResultAttribute]")]
    [InlineData("using CdeCodegen.Runtime;", "[Api\\u0052esult]")]
    [InlineData("using CdeCodegen.Runtime;", "[type: ApiResult]")]
    [InlineData("using CdeCodegen.Runtime;", "[System.Obsolete, ApiResult]")]
    [InlineData("using CdeCodegen.Runtime;", "[CdeCodegen.Runtime.ApiResult]")]
    [InlineData("using CdeCodegen.Runtime;", "[global::CdeCodegen.Runtime.ApiResultAttribute]")]
    [InlineData("using CdeCodegen.Runtime; using X = CdeCodegen.Runtime.ApiResultAttribute;", "[X]")]
    [InlineData("using CdeCodegen.Runtime; using XAttribute = global::CdeCodegen.Runtime.ApiResultAttribute;", "[X]")]
    [InlineData("using CdeCodegen.Runtime; using Space = CdeCodegen.Runtime;", "[Space::ApiResult]")]
    [InlineData("using CdeCodegen.Runtime; using Space = CdeCodegen.Runtime;", "[Space.ApiResult]")]
    [InlineData("global using CdeCodegen.Runtime; global using X = CdeCodegen.Runtime.ApiResultAttribute;", "[X]")]
    public async Task A_hand_written_result_is_found(string usings, string marker)
    {
        string client = usings + Client.Replace("using CdeCodegen.Runtime;", "", StringComparison.Ordinal)
            .Replace("[ApiResult]", marker, StringComparison.Ordinal);
        Assert.Equal(s_missing, await Report([client, User], Build("CdeCodegen.Runtime", [Runtime])));
    }

    [Theory]
    [InlineData("global using CdeCodegen.Runtime;")]
    [InlineData("global using CdeCodegen.Runtime; global using X = CdeCodegen.Runtime.ApiResultAttribute;")]
    public async Task A_marker_is_found_through_global_usings(string usings)
    {
        string marker = usings.Contains("X =", StringComparison.Ordinal) ? "[X]" : "[ApiResult]";
        string client = Client.Replace("using CdeCodegen.Runtime;", "", StringComparison.Ordinal).Replace("[ApiResult]", marker, StringComparison.Ordinal);
        Assert.Equal(s_missing, await Report([client, User, usings], Build("CdeCodegen.Runtime", [Runtime])));
    }

    [Fact]
    public async Task A_partial_result_in_several_files_is_found()
    {
        const string First = "namespace Acme { namespace Inner { using CdeCodegen.Runtime; [ApiResult] public abstract partial class GetResult : ApiResult { GetResult(int s) : base(s) { } [ApiResultCase(200)] public sealed partial class Ok : GetResult { public Ok() : base(200) { } } } } }";
        const string Second = "namespace Acme.Inner { using CdeCodegen.Runtime; partial class GetResult { public sealed partial class Forbidden : GetResult { public Forbidden() : base(403) { } } } public class Api { public System.Threading.Tasks.Task<GetResult> GetAsync() => null; } }";
        const string Third = "namespace Acme.Inner { partial class GetResult { [CdeCodegen.Runtime.ApiResultCase(403)] partial class Forbidden { } } }";
        Assert.Equal(s_missing, await Report(
            [Third, Second, First, User.Replace("Acme.", "Acme.Inner.", StringComparison.Ordinal)], Build("CdeCodegen.Runtime", [Runtime])));
    }

    [Fact]
    public async Task A_nested_result_is_found() => Assert.Equal(
        s_missing,
        await Report([Client.Replace("namespace Acme", "partial class Acme", StringComparison.Ordinal), User], Build("CdeCodegen.Runtime", [Runtime])));

    /// <summary>Attributes with the full name of a marker but another shape: the analyzer does not throw, and uses the arguments it can read.</summary>
    [Theory]
    [InlineData("public ApiResultCaseAttribute(params int[] statuses) { }", false)]
    [InlineData("public ApiResultCaseAttribute(System.Net.HttpStatusCode status) { } public ApiResultCaseAttribute(int status) { }", true)]
    [InlineData("public ApiResultCaseAttribute(long status) { }", true)]
    [InlineData("public ApiResultCaseAttribute(short status) { }", true)]
    [InlineData("public ApiResultCaseAttribute(object status) { }", true)]
    [InlineData("public ApiResultCaseAttribute(int status, string name = null, System.Type type = null) { }", true)]
    [InlineData("public ApiResultCaseAttribute(double status) { }", false)]
    [InlineData("public ApiResultCaseAttribute(System.Type status) { }", false)]
    public async Task A_marker_with_other_constructors_is_read_if_possible(string constructors, bool isRead)
    {
        int start = Runtime.IndexOf("public ApiResultCaseAttribute(int", StringComparison.Ordinal);
        string runtime = Runtime[..start] + constructors + Runtime[Runtime.IndexOf(" }\n", start, StringComparison.Ordinal)..];
        string client = constructors.Contains("System.Type status", StringComparison.Ordinal)
            ? Client.Replace("[ApiResultCase(200)]", "[ApiResultCase(typeof(int))]", StringComparison.Ordinal)
                .Replace("[ApiResultCase(403)]", "[ApiResultCase(typeof(int))]", StringComparison.Ordinal)
                .Replace("[ApiResultCase(404)]", "[ApiResultCase(typeof(int))]", StringComparison.Ordinal)
            : Client;
        Assert.Equal(isRead ? s_missing : [], await Report([runtime, client, User + SwitchUser]));
    }

    private const string SwitchUser = " class Switching { static int M(Acme.GetResult r) => r switch { Acme.GetResult.Ok => 1, Acme.GetResult.Forbidden => 2, Acme.GetResult.NotFound => 3 }; }";

    [Theory]
    [InlineData("namespace CdeCodegen.Runtime { public sealed class ApiResultAttribute<T> : System.Attribute { } }", "[CdeCodegen.Runtime.ApiResult<int>]")]
    [InlineData("namespace CdeCodegen.Runtime { public static class Outer { public sealed class ApiResultAttribute : System.Attribute { } } }", "[CdeCodegen.Runtime.Outer.ApiResult]")]
    [InlineData("namespace Other.CdeCodegen.Runtime { public sealed class ApiResultAttribute : System.Attribute { } }", "[Other.CdeCodegen.Runtime.ApiResult]")]
    public async Task A_type_without_a_valid_marker_is_ignored(string declaration, string marker) => Assert.Empty(
        await Report([Runtime, declaration, Client.Replace("[ApiResult]", marker, StringComparison.Ordinal), User]));

    /// <summary>The order of the diagnostics does not depend on the order of threads.</summary>
    [Fact]
    public async Task Diagnostics_have_a_stable_order()
    {
        IEnumerable<string> sources = Enumerable.Range(0, 40).Select(static i => $"using System.Threading.Tasks; class User{i} {{ async Task M(Acme.Api api) {{ if (await api.GetAsync() is Acme.GetResult.Ok) {{ }} await api.GetAsync(); api.GetAsync(); var q = await api.GetAsync() switch {{ Acme.GetResult.Ok => 1, _ => 2 }}; }} Task N(Acme.Api api) => api.GetAsync(); }}");
        CSharpCompilation compilation = Compile("Subject", [Runtime, Client, .. sources]);
        string? first = null;
        for (int run = 0; run < 20; run++)
        {
            // A clone has no cached semantic models.
            ImmutableArray<Diagnostic> found = await Compilations.Analyze(compilation.Clone());
            Assert.Equal(200, found.Length);
            string text = string.Join(
                '\n', found.OrderBy(static d => d.Location.SourceTree!.FilePath).ThenBy(static d => d.Location.SourceSpan.Start).Select(static d => d.ToString()));
            Assert.Equal(first ??= text, text);
        }
    }

    private static async Task<string[]> Report(string[] sources, params MetadataReference[] references)
    {
        CSharpCompilation compilation = Compile("Subject", sources, references);
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        return [.. (await Compilations.Analyze(compilation)).Select(static d => d.Id).Order(StringComparer.Ordinal)];
    }

    private static MetadataReference Build(string name, string[] sources, params MetadataReference[] references)
    {
        using var image = new MemoryStream();
        EmitResult emitted = Compile(name, sources, references).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Compile(string name, IEnumerable<string> sources, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, path: $"{i:000}.cs")),
        [.. Compilations.Framework, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
