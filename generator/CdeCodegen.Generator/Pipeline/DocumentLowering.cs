using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering;
using CdeCodegen.Generator.Lowering.Operations;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// Reads, resolves and lowers a document in one step: the tree of nodes, by far the largest thing made on the way, is garbage when it ends.
/// </summary>
internal static class DocumentLowering
{
    public static LoweredDocument Lower(SpecText document, CancellationToken cancellation)
    {
        string text = document.Text?.ToString() ?? "";
        var diagnostics = new DiagnosticBag(document.Path, text);
        ClientModel? model = null;
        try
        {
            if (document.Text is null)
            {
                diagnostics.Report(Descriptors.DocumentUnreadable, "the file cannot be opened as text");
            }
            else
            {
                model = Lower(document, text, diagnostics, cancellation);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A mistake of ours must not take the user's compilation down, nor pass in silence.
            diagnostics.Report(Descriptors.InternalError, exception.GetType().Name, exception.Message);
        }

        var all = diagnostics.ToEquatableArray();
        return new LoweredDocument(document.Path, model, document.Problems.Count == 0 ? all : Concat(document.Problems, all));
    }

    private static ClientModel? Lower(SpecText document, string text, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        SpecTree tree = SpecReader.Read(document.Path, text, cancellation);
        diagnostics.Report(tree);
        if (tree.Root is not { } root)
        {
            return null;
        }

        var filter = new PathFilter(document.Settings.IncludePaths, document.Settings.ExcludePaths);
        return OpenApiReader.Read(root, diagnostics, filter.Includes, cancellation) is { } api
            ? ClientLowering.Lower(api, document.Settings, diagnostics, cancellation)
            : null;
    }

    private static EquatableArray<DiagnosticInfo> Concat(EquatableArray<DiagnosticInfo> first, EquatableArray<DiagnosticInfo> second)
    {
        var list = new List<DiagnosticInfo>(first.Count + second.Count);
        list.AddRange(first);
        list.AddRange(second);
        return list.ToEquatableArray();
    }
}
