using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the method that enumerates all items of an operation that lists in pages.</summary>
internal static class PagesPrinter
{
    /// <param name="w">The file.</param>
    /// <param name="operation">The operation that returns a page.</param>
    /// <param name="paging">How it does.</param>
    /// <param name="names">The names of types in the file.</param>
    /// <param name="members">Members of the builder that hide types of the same name in expressions.</param>
    /// <param name="core">The member that holds the client's core.</param>
    public static void Print(SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names, HashSet<string> members, string core)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            taken.Add(parameter.Name);
        }

        var locals = new Locals(taken);
        string result = names.Client(operation.Result);
        string item = names.Of(paging.List.Item!, paging.List.IsItemNullable);

        w.Gap();

        // A reference to a method with overloads would be ambiguous.
        string list = operation.Body is null ? "<see cref=\"" + operation.MethodName + "\"/>" : "<c>" + operation.MethodName + "</c>";
        Docs.Summary(w, $"Enumerates all items of {list}, and requests each page when the enumeration reaches it.");
        Docs.Obsolete(w, operation.Doc);
        List<string> parameters = SignaturePrinter.Required(names, operation, locals.Body, contentType: null);
        bool isPlain = parameters.Count == 0 && paging.Url.Count == 0;
        bool isLinked = paging.Kind is PagingKind.Link or PagingKind.LinkHeader or PagingKind.Single;
        parameters.Add(SignaturePrinter.Configuration(names, operation, locals.Configure));
        string head = "public " + names.Of(TypeNames.Runtime, "ApiPages") + "<" + result + ", " + item + "> " + paging.MethodName + "(";
        if (isLinked && isPlain)
        {
            SignaturePrinter.Print(w, head, parameters, " =>");
            w.Right();
            PrintLinked(w, operation, paging, names, members, locals, "");
            w.Left();
            return;
        }

        SignaturePrinter.Print(w, head, parameters, "");
        w.Open();
        w.Line($"var {locals.Builder} = this;");
        if (isLinked)
        {
            PrintLinked(w, operation, paging, names, members, locals, "return ");
        }
        else
        {
            PrintCounted(w, operation, paging, names, locals);
        }

        w.Close();
        if (paging.Url.Count > 0)
        {
            PrintUrl(w, operation, paging, names, members, locals, core);
        }
    }

    /// <summary>Prints the method that returns the URL of the operation that takes the link as a parameter.</summary>
    private static void PrintUrl(
        SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names, HashSet<string> members, Locals locals, string core)
    {
        string type = Type(names, members);
        string link = paging.IsLinkPath ? "(" + type + ".PathOf(" + locals.Link + "))" : locals.Link; // a colon outside parentheses would end the expression
        var url = new List<PathPartModel>(paging.Url.Count);
        foreach (PathPartModel part in paging.Url)
        {
            url.Add(part is { IsValue: true, Text.Length: 0 } ? part with { Text = link } : part);
        }

        List<string> parameters = ["string " + locals.Link];
        SignaturePrinter.AddValues(parameters, names, operation, isEnd: false);
        w.Gap();
        SignaturePrinter.Print(w, "private string " + paging.UrlMethod + "(", parameters, " =>");
        w.Right();
        w.Line($"{type}.Url({core}, {OperationPrinter.PathOf(url.ToEquatableArray())}{(paging.IsLinkPath ? ", " + locals.Link : "")});");
        w.Left();
    }

    private static string Type(TypeNames names, HashSet<string> members) =>
        members.Contains("ApiPageLinks") ? TypeNames.Generated + "ApiPageLinks" : names.Of(TypeNames.Generated, "ApiPageLinks");

    private static void PrintLinked(
        SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names, HashSet<string> members, Locals locals, string start)
    {
        string method = paging.Kind switch
        {
            PagingKind.Link => "FromBody",
            PagingKind.LinkHeader => "FromHeader",
            _ => "Single",
        };
        string page = locals.Result + " => (" + locals.Result + " as " + names.Client(operation.Result) + "." + paging.Case + ")?.";
        string send = start.Length == 0
            ? operation.MethodName
            : "(" + locals.Configuration + ", " + locals.Cancellation + ") => "
                + Call(operation, locals) + locals.Configuration + ", " + locals.Cancellation + ")";
        var arguments = new List<string> { send, locals.Configure, "static " + page + Path(paging, paging.Items) };
        if (paging.Kind == PagingKind.Link)
        {
            string link = page + Path(paging, paging.Next) + (paging.NextType == TypeKind.Uri ? "?.OriginalString" : "");
            arguments.Add(paging.Url.Count == 0
                ? "static " + link
                : link + " is { Length: > 0 } " + locals.Link + " ? " + locals.Builder + "." + paging.UrlMethod + "(" + Url(operation, locals) + ") : null");
        }

        if (paging.IsRepeated)
        {
            arguments.Add("repeats: true");
        }

        SignaturePrinter.Print(w, start + Type(names, members) + "." + method + "(", arguments, ";");
    }

    private static void PrintCounted(SourceWriter w, OperationModel operation, PagingModel paging, TypeNames names, Locals locals)
    {
        w.Line("return new(");
        w.Right();
        w.Line($"({locals.Position}, {locals.Cancellation}) => {Call(operation, locals)}");
        w.Right();
        w.Line($"{locals.Configuration} =>");
        w.Open();
        w.Line($"{locals.Configure}?.Invoke({locals.Configuration});");
        PrintPosition(w, paging, locals);
        w.Left();
        w.Line("},");
        w.Line($"{locals.Cancellation}),");
        w.Left();
        string page = names.Client(operation.Result) + "." + paging.Case + " " + locals.Page;
        w.Line($"{locals.Result} => {locals.Result} is {page} ? new({locals.Page}.{Path(paging, paging.Items)}, {Rest(paging, locals)}) : null);");
        w.Left();
    }

    /// <summary>The arguments of the method that returns the URL.</summary>
    private static string Url(OperationModel operation, Locals locals)
    {
        string arguments = locals.Link;
        foreach (ParameterModel parameter in operation.Parameters)
        {
            arguments += ", " + parameter.Name;
        }

        return arguments;
    }

    /// <summary>The call of the operation up to its configuration.</summary>
    private static string Call(OperationModel operation, Locals locals)
    {
        string call = locals.Builder + "." + operation.MethodName + "(";
        foreach (ParameterModel parameter in operation.Parameters)
        {
            call += parameter.Name + ", ";
        }

        return operation.Body is null ? call : call + locals.Body + ", ";
    }

    private static void PrintPosition(SourceWriter w, PagingModel paging, Locals locals)
    {
        string parameter = locals.Configuration + ".QueryParameters." + paging.Parameter;
        string cast = paging.ParameterType == TypeKind.Int32 ? "(int)" : "";
        string position = locals.Position;
        (string condition, string value) = paging.Kind switch
        {
            PagingKind.Offset => (position + ".Items > 0", "(" + parameter + " ?? 0) + " + cast + position + ".Items"),
            PagingKind.Page => (position + ".Pages > 0", "(" + parameter + " ?? 1) + " + position + ".Pages"),
            _ when paging.ParameterType == TypeKind.String => (position + ".Cursor is not null", position + ".Cursor"),
            _ => (position + ".Cursor is not null", cast + position + ".CursorNumber"),
        };
        w.Line($"if ({condition})");
        w.Open();
        w.Line($"{parameter} = {value};");
        w.Close();
    }

    private static string Rest(PagingModel paging, Locals locals)
    {
        if (paging.Kind != PagingKind.Cursor)
        {
            return "total: " + (paging.Total.Count > 0 ? locals.Page + "." + Path(paging, paging.Total) : "null");
        }

        if (paging.NextHeader is { } header)
        {
            return "next: " + locals.Page + ".Headers.GetValue(" + Literals.Quote(header) + ")";
        }

        string next = locals.Page + "." + Path(paging, paging.Next);
        return "next: " + (paging.NextType == TypeKind.String ? next : TypeNames.Generated + "ApiPagePosition.TextOf(" + next + ")");
    }

    private static string Path(PagingModel paging, EquatableArray<MemberStep> steps)
    {
        string path = "Body";
        bool isNullable = paging.IsBodyNullable;
        foreach (MemberStep step in steps)
        {
            path += (isNullable ? "?." : ".") + step.Name;
            isNullable = step.IsNullable;
        }

        return path;
    }

    /// <summary>The names of the parameters and locals that the method adds, different from those of the operation's parameters.</summary>
    private sealed class Locals(HashSet<string> taken)
    {
        public readonly string Body = FreshName.For("body", taken);
        public readonly string Configure = FreshName.For("requestConfiguration", taken);
        public readonly string Builder = FreshName.For("builder", taken);
        public readonly string Position = FreshName.For("position", taken);
        public readonly string Configuration = FreshName.For("configuration", taken);
        public readonly string Cancellation = FreshName.For("cancellationToken", taken);
        public readonly string Result = FreshName.For("result", taken);
        public readonly string Link = FreshName.For("link", taken);
        public readonly string Page = FreshName.For("page", taken);
    }
}
