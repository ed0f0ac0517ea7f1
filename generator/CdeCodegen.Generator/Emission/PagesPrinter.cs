using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the method that enumerates all items of an operation that lists in pages.</summary>
internal static class PagesPrinter
{
    private const string Kiota = "global::Microsoft.Kiota.Abstractions.";

    public static void Print(SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names)
    {
        string result = names.Client(operation.Result);
        string item = names.Of(paging.Item);
        string query = names.Client(operation.QueryClass!.Name);
        string configure = names.System("Action") + "<" + names.Of(Kiota, "RequestConfiguration") + "<" + query + ">>?";

        w.Gap();
        Docs.Summary(w, $"Enumerates all items of <see cref=\"{operation.MethodName}\"/>, and requests each page when the enumeration reaches it.");
        w.Line("/// <param name=\"requestConfiguration\">Sets query parameters, headers and options of the request for each page.</param>");
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
        PrintPosition(w, paging);
        w.Left();
        w.Line("},");
        w.Line("cancellationToken),");
        w.Left();
        w.Line($"result => result is {result}.{paging.Case} page ? new({Path(paging.Items)}{Rest(paging)}) : null);");
        w.Left();
        w.Close();
    }

    private static void PrintPosition(SourceWriter w, PagingModel paging)
    {
        string parameter = "configuration.QueryParameters." + paging.Parameter;
        string cast = paging.ParameterType == TypeKind.Int32 ? "(int)" : "";
        (string condition, string value) = paging.Kind switch
        {
            PagingKind.Offset => ("position.Items > 0", "(" + parameter + " ?? 0) + " + cast + "position.Items"),
            PagingKind.Page => ("position.Pages > 0", "(" + parameter + " ?? 1) + position.Pages"),
            _ => ("position.Cursor is { } cursor", "cursor"),
        };
        w.Line($"if ({condition})");
        w.Open();
        w.Line($"{parameter} = {value};");
        w.Close();
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
