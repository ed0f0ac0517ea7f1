using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// Verifies the invariants of every fix: the text is the expected one, compiles and is formatted, no comment is lost, the diagnostics are gone, and
/// "fix all" produces the same text as the single fixes.
/// </summary>
public sealed class FixShapeTests
{
    // Resembles a generated client: a separate namespace and long names.
    private const string Client = """

        namespace Acme.Client
        {
            [CdeCodegen.Runtime.ApiResult]
            public abstract class ConnectorRestoreFromBinResult : CdeCodegen.Runtime.ApiResult
            {
                private ConnectorRestoreFromBinResult(int status) : base(status) { }
                [CdeCodegen.Runtime.ApiResultCase(200)] public sealed class Ok : ConnectorRestoreFromBinResult { public Ok() : base(200) { } public string Body => ""; }
                [CdeCodegen.Runtime.ApiResultCase(403)] public sealed class Forbidden : ConnectorRestoreFromBinResult { public Forbidden() : base(403) { } }
                [CdeCodegen.Runtime.ApiResultCase(404)] public sealed class NotFound : ConnectorRestoreFromBinResult { public NotFound() : base(404) { } }
            }

            public class Bin { public System.Threading.Tasks.Task<ConnectorRestoreFromBinResult> RestoreAsync() => null!; }
        }
        """;

    private static readonly Dictionary<string, CodeFixProvider> s_fixers = FixProjects.Fixers.ToDictionary(static fixer => fixer.FixableDiagnosticIds[0]);

    private static readonly FixShape[] s_shapes =
    [
        .. ((string[])
        [
            "fixes.handle.txt", "fixes.names.txt", "fixes.expand.txt", "fixes.discard-await-type.txt", "fixes.places.txt", "fixes.switches.txt",
            "fixes.style.txt", "fixes.tasks.txt",
        ]).SelectMany(FixShape.Read),
    ];

    public static TheoryData<FixShape> Shapes { get; } = [.. s_shapes];

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public async Task The_fix_produces_the_expected_code(FixShape shape)
    {
        FixRun run = Create(shape);
        Assert.Equal(shape.Has("broken"), (await run.GetErrorsAsync()).Count > 0);
        Assert.NotEmpty(await run.GetDiagnosticsAsync());
        Assert.Equal(await run.GetTextsAsync(), await run.GetFormattedTextsAsync());
        List<string> comments = await run.GetCommentsAsync();

        Assert.Equal(!shape.Before.SequenceEqual(shape.After), await run.FixEachAsync());

        AssertEqual(shape, shape.After.Select(text => GetSource(shape, text)), await run.GetTextsAsync());
        Assert.Equal(shape.Has("broken"), (await run.GetErrorsAsync()).Count > 0);
        AssertEqual(shape, await run.GetFormattedTextsAsync(), await run.GetTextsAsync());
        Assert.Empty(comments.Except(await run.GetCommentsAsync()));

        // Only a copied body duplicates its comments.
        if (shape.Rule != "CDE1003")
        {
            Assert.Equal(comments.Count, (await run.GetCommentsAsync()).Count);
        }

        if (!shape.Has("left"))
        {
            Assert.Empty(await run.GetDiagnosticsAsync());
        }
    }

    [Theory]
    [MemberData(nameof(ShapesWithFix), DisableDiscoveryEnumeration = true)]
    public async Task Fix_all_produces_the_same_code(FixShape shape, FixAllScope scope)
    {
        FixRun run = Create(shape);
        await run.FixAllAsync(scope);

        // "Fix all" formats once instead of after each fix, which adds an empty line after a nested switch.
        AssertEqual(
            shape,
            shape.After.Select(text => RemoveEmptyLines(shape, GetSource(shape, text))),
            (await run.GetTextsAsync()).Select(text => RemoveEmptyLines(shape, text)));
        Assert.Equal(shape.Has("broken"), (await run.GetErrorsAsync()).Count > 0);
    }

    public static TheoryData<FixShape, FixAllScope> ShapesWithFix()
    {
        var data = new TheoryData<FixShape, FixAllScope>();
        foreach (FixShape? shape in s_shapes.Where(static shape => !shape.Before.SequenceEqual(shape.After)))
        {
            data.Add(shape, FixAllScope.Project);
            if (shape.Before.Length == 1)
            {
                data.Add(shape, FixAllScope.Document);
            }
        }

        return data;
    }

    private static FixRun Create(FixShape shape) =>
        FixRun.Create(shape, s_fixers[shape.Rule], shape.Before.Select(text => GetSource(shape, text)), Corpus.Read("prelude.txt") + Client);

    private static string GetSource(FixShape shape, string text)
    {
        text = (shape.Has("source") ? text : Verify.Member(text)) + "\n";
        return shape.Has("crlf") ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    private static string RemoveEmptyLines(FixShape shape, string text) => shape.Has("spaced") ? text.Replace("\n\n", "\n", StringComparison.Ordinal) : text;

    private static void AssertEqual(FixShape shape, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        (string wanted, string got) = (string.Join("\n====\n", expected), string.Join("\n====\n", actual));
        Assert.True(wanted == got, $"{shape.Name}: expected\n{wanted}\nactual\n{got}");
    }
}
