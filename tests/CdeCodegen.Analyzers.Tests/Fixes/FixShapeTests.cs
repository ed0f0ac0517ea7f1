using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CdeCodegen.Analyzers.Tests.Fixes;

/// <summary>
/// What holds for every fix: the text is the one that is wanted, it compiles, it is formatted, no comment is lost, nothing is left of what was reported,
/// and all at once gives what one after the other gives.
/// </summary>
public sealed class FixShapeTests
{
    // A client as it is generated: in a namespace of its own, with long names.
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

    private static readonly FixShape[] s_shapes = [.. ((string[])["fixes.handle.txt", "fixes.names.txt", "fixes.expand.txt", "fixes.others.txt", "fixes.places.txt", "fixes.switches.txt", "fixes.style.txt", "fixes.tasks.txt"]).SelectMany(FixShape.Read)];

    public static TheoryData<FixShape> Shapes { get; } = [.. s_shapes];

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public async Task The_fix_gives_what_a_person_would_write(FixShape shape)
    {
        FixRun run = Create(shape);
        Assert.Equal(shape.Has("broken"), (await run.ErrorsAsync()).Count > 0);
        Assert.NotEmpty(await run.ReportedAsync());
        Assert.Equal(await run.TextsAsync(), await run.FormattedAsync());
        List<string> comments = await run.CommentsAsync();

        Assert.Equal(!shape.Before.SequenceEqual(shape.After), await run.FixEachAsync());

        Same(shape, shape.After.Select(text => Whole(shape, text)), await run.TextsAsync());
        Assert.Equal(shape.Has("broken"), (await run.ErrorsAsync()).Count > 0);
        Same(shape, await run.FormattedAsync(), await run.TextsAsync());
        Assert.Empty(comments.Except(await run.CommentsAsync()));
        // Only a copy of a body has a comment twice.
        if (shape.Rule != "CDE1003")
        {
            Assert.Equal(comments.Count, (await run.CommentsAsync()).Count);
        }

        if (!shape.Has("left"))
        {
            Assert.Empty(await run.ReportedAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Changing), DisableDiscoveryEnumeration = true)]
    public async Task All_at_once_gives_the_same(FixShape shape, FixAllScope scope)
    {
        FixRun run = Create(shape);
        await run.FixAllAsync(scope);
        // Formatted once instead of twice, a switch in a switch gets an empty line behind it.
        Same(
            shape,
            shape.After.Select(text => Lines(shape, Whole(shape, text))),
            (await run.TextsAsync()).Select(text => Lines(shape, text)));
        Assert.Equal(shape.Has("broken"), (await run.ErrorsAsync()).Count > 0);
    }

    public static TheoryData<FixShape, FixAllScope> Changing()
    {
        var data = new TheoryData<FixShape, FixAllScope>();
        foreach (FixShape? shape in s_shapes.Where(static shape => !shape.Before.SequenceEqual(shape.After)))
        {
            data.Add(shape, FixAllScope.Project);
            if (shape.Before.Length == 1)
            {
                data.Add(shape, FixAllScope.Document);
            }
            else
            {
                data.Add(shape, FixAllScope.Solution);
            }
        }

        return data;
    }

    private static FixRun Create(FixShape shape) =>
        FixRun.Create(shape, s_fixers[shape.Rule], shape.Before.Select(text => Whole(shape, text)), Corpus.Read("prelude.txt") + Client);

    private static string Whole(FixShape shape, string text)
    {
        text = (shape.Has("source") ? text : Verify.Member(text)) + "\n";
        return shape.Has("crlf") ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    private static string Lines(FixShape shape, string text) => shape.Has("spaced") ? text.Replace("\n\n", "\n", StringComparison.Ordinal) : text;

    private static void Same(FixShape shape, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        (string? wanted, string? got) = (string.Join("\n====\n", expected), string.Join("\n====\n", actual));
        Assert.True(wanted == got, $"{shape.Name}: wanted\n{wanted}\nand got\n{got}");
    }
}
