using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>The method that enumerates all items of an operation that lists in pages.</summary>
internal static class PagesPrinter
{
    public static void Print(SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names)
    {
        string result = names.Client(operation.Result);
        string item = names.Of(paging.Item);
        string configure = names.System("Action") + "<" + names.Of("global::Microsoft.Kiota.Abstractions.", "RequestConfiguration") + "<" + names.Client(operation.QueryClass!.Name) + ">>?";

        w.Gap();
        w.Line($"/// <summary>All items of <see cref=\"{operation.MethodName}\"/>, page after page as they are enumerated.</summary>");
        w.Line($"/// <param name=\"requestConfiguration\">Query parameters, headers and options of every page's request.</param>");
        w.Line($"public {names.Of(TypeNames.Runtime, "ApiPages")}<{result}, {item}> {paging.MethodName}({configure} requestConfiguration = null)");
        w.Open();
        w.Line("var builder = this;");
        w.Line("return new(");
        w.Right();
        w.Line($"(position, cancellationToken) => builder.{operation.MethodName}(");
        w.Right();
        w.Line("configuration =>");
        w.Open();
        w.Line("requestConfiguration?.Invoke(configuration);");
        w.Line(Choose(paging));
        w.Left();
        w.Line("},");
        w.Line("cancellationToken),");
        w.Left();
        w.Line($"result => result is {result}.{paging.Case} page ? new({Path(paging.Items)}{Rest(paging)}) : null);");
        w.Left();
        w.Close();
    }

    private static string Choose(PagingModel paging)
    {
        string parameter = "configuration.QueryParameters." + paging.Parameter;
        string cast = paging.ParameterType == TypeKind.Int32 ? "(int)" : "";
        return paging.Kind switch
        {
            PagingKind.Offset => "if (position.Items > 0) " + parameter + " = (" + parameter + " ?? 0) + " + cast + "position.Items;",
            PagingKind.Page => "if (position.Pages > 0) " + parameter + " = (" + parameter + " ?? 1) + position.Pages;",
            _ => "if (position.Cursor is { } cursor) " + parameter + " = cursor;",
        };
    }

    private static string Rest(PagingModel paging) =>
        paging.Kind == PagingKind.Cursor ? ", next: " + Path(paging.Next)
        : ", total: " + (paging.Total.Count > 0 ? Path(paging.Total) : "null");

    private static string Path(EquatableArray<MemberStep> steps)
    {
        string path = "page.Body.";
        for (int i = 0; i < steps.Count; i++)
        {
            path += steps[i].Name + (i == steps.Count - 1 ? "" : steps[i].IsNullable ? "?." : ".");
        }

        return path;
    }
}
