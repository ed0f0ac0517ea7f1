using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>The closed result of an operation: an abstract class with a private constructor and a nested sealed class for each documented response.</summary>
internal static class ResultPrinter
{
    private const string Response = TypeNames.Generated + "ApiResponse";
    private const string Headers = TypeNames.Runtime + "ApiResponseHeaders? headers = null";
    private const string Exception = TypeNames.Runtime + "ApiResultException";

    /// <summary>Cases are the bulk of a client's lines: one that fits stays on one.</summary>
    private const int Width = 230;

    public static void Print(SourceWriter w, ResultsUnit unit, EmissionFacts facts)
    {
        var names = TypeNames.InClient(unit.Context);
        string modifiers = ModelFile.Access(unit) + (facts.Closed ? " closed" : " abstract");
        for (int i = 0; i < unit.Results.Count; i++)
        {
            if (i > 0)
            {
                w.Line();
            }

            Print(w, unit.Results[i].Result, modifiers, names);
            if (unit.Results[i].Query is { } query)
            {
                w.Line();
                QueryClassPrinter.Print(w, query, ModelFile.Access(unit), names);
            }
        }
    }

    private static void Print(SourceWriter w, ResultModel result, string modifiers, TypeNames names)
    {
        w.Line($"/// <summary>What <c>{DocXml.Escape(result.OperationName)}</c> answers.</summary>");
        w.Line($"[{TypeNames.Runtime}ApiResult(Operation = {Literals.Quote(result.OperationName)})]");
        w.Line($"{modifiers} class {result.Name} : {TypeNames.Runtime}ApiResult");
        w.Open();
        w.Line($"private {result.Name}(int statusCode, {TypeNames.Runtime}ApiResponseHeaders? headers) : base(statusCode, headers) {{ }}");
        foreach (ResultCaseModel @case in result.Cases)
        {
            w.Gap(compact: @case.Headers.Count == 0);
            PrintCase(w, result, @case, names);
        }

        w.Gap();
        PrintEnsureSuccess(w, result, names);
        w.Gap();
        PrintReader(w, result, names);
        w.Close();
    }

    private static void PrintCase(SourceWriter w, ResultModel result, ResultCaseModel @case, TypeNames names)
    {
        string status = @case.Kind switch
        {
            StatusKind.Exact => Literals.Number(@case.Status),
            StatusKind.Range => "\"" + Literals.Number(@case.Status) + "XX\"",
            _ => "\"default\"",
        };
        bool isExact = @case.Kind == StatusKind.Exact;
        string? body = BodyType(@case.Body, names);
        string attribute = "[" + TypeNames.Runtime + "ApiResultCase(" + status + ")]";
        string head = "public sealed class " + @case.Name + "(" + (isExact ? "" : "int statusCode, ") + (body is null ? "" : body + " body, ") + Headers + ")";
        string inherits = ": " + result.Name + "(" + (isExact ? status : "statusCode") + ", headers)";
        string property = body is null ? "" : "public " + body + " Body { get; } = body;";

        Docs.Write(w, @case.Doc);
        string tail = @case.Headers.Count > 0 ? "" : body is null ? ";" : " { " + property + " }";
        if (head.Length + inherits.Length + tail.Length <= Width)
        {
            w.Line($"{attribute} {head} {inherits}{tail}");
        }
        else
        {
            w.Line(attribute);
            w.Line(head);
            w.Right();
            w.Line($"{inherits}{tail}");
            w.Left();
        }

        if (@case.Headers.Count == 0)
        {
            return;
        }

        w.Open();
        if (body is not null)
        {
            w.Line(property);
        }

        foreach (ResponseHeaderModel header in @case.Headers)
        {
            string type = names.Of(header.Type, nullable: true);
            w.Gap(compact: Docs.IsNone(header.Doc));
            Docs.Write(w, header.Doc);
            w.Line($"public {type} {header.Name} => {HeaderValue(header, type, names)};");
        }

        w.Close();
    }

    /// <summary>The runtime cannot make the client's own types without reflection: an enumeration is made here, of its plain value.</summary>
    private static string HeaderValue(ResponseHeaderModel header, string type, TypeNames names)
    {
        string name = Literals.Quote(header.WireName);
        if (header.Type.Kind != TypeKind.Enum)
        {
            return $"Headers.Get<{type}>({name})";
        }

        string plain = header.Type.EnumValue == TypeKind.String ? "string" : header.Type.EnumValue == TypeKind.Int32 ? "int?" : "long?";

        // Not plain null: that would be converted to the enumeration, as a text that is null.
        return $"Headers.Get<{plain}>({name}) is {{ }} value ? new {names.Of(header.Type)}(value) : default({type})";
    }

    private static string? BodyType(BodyModel? body, TypeNames names) => body is null ? null : body.Kind switch
    {
        BodyKind.None => null,
        BodyKind.Json => names.Of(body.Type, body.IsNullable),
        BodyKind.Binary => "global::System.IO.Stream",
        _ => "string",
    };

    /// <summary>
    /// The body of the one success that is documented, or nothing to return; where successes differ, the result itself, to be switched over.
    /// </summary>
    private static void PrintEnsureSuccess(SourceWriter w, ResultModel result, TypeNames names)
    {
        List<ResultCaseModel> successes = Successes(result);
        string? body = successes.Count == 0 ? null : BodyType(successes[0].Body, names);
        bool same = true;
        foreach (ResultCaseModel success in successes)
        {
            same &= BodyType(success.Body, names) == body;
        }

        string what = !same ? "This result where it is a success" : body is null ? "Returns after a success" : "The body of a success";
        w.Line($"/// <summary>{what}; any other result is thrown as <see cref=\"{Exception}\"/>.</summary>");
        if (!same)
        {
            w.Line($"public {result.Name} EnsureSuccess() => IsSuccess ? this : throw new {Exception}(this);");
        }
        else if (body is null)
        {
            w.Line($"public void EnsureSuccess() {{ if (!IsSuccess) throw new {Exception}(this); }}");
        }
        else if (successes.Count == 1)
        {
            string pattern = successes[0].Kind == StatusKind.Default ? " { IsSuccess: true } success" : " success";
            w.Line($"public {body} EnsureSuccess() => this is {successes[0].Name}{pattern} ? success.Body : throw new {Exception}(this);");
        }
        else
        {
            w.Line($"public {body} EnsureSuccess() => this switch");
            w.Open();
            foreach (ResultCaseModel success in successes)
            {
                w.Line($"{success.Name} success => success.Body,");
            }

            w.Line($"_ => throw new {Exception}(this),");
            w.Left();
            w.Line("};");
        }
    }

    private static List<ResultCaseModel> Successes(ResultModel result)
    {
        var successes = new List<ResultCaseModel>();
        foreach (ResultCaseModel @case in result.Cases)
        {
            if (@case.IsSuccess)
            {
                successes.Add(@case);
            }
        }

        return successes;
    }

    private static void PrintReader(SourceWriter w, ResultModel result, TypeNames names)
    {
        var reading = new JsonReading(names, [], TypeNames.Generated + "JsonValues", TypeNames.Generated + "JsonReader");
        List<KeyValuePair<TypeRef, string>>? helpers = null;
        string head = "internal static " + result.Name + " Read(" + Response + " response) =>";
        if (result.Cases.Count == 1)
        {
            ResultCaseModel only = result.Cases[0];
            w.Line($"{head} {(only.Kind == StatusKind.Default ? New(only) : Pattern(only, "response.StatusCode is ", "response.StatusCode == ") + " ? " + New(only) + " : throw response.Unexpected()")};");
            PrintHelpers();
            return;
        }

        w.Line($"{head} response.StatusCode switch");
        w.Open();
        ResultCaseModel? fallback = null;
        for (StatusKind kind = StatusKind.Exact; kind <= StatusKind.Range; kind++)
        {
            foreach (ResultCaseModel @case in result.Cases)
            {
                if (@case.Kind == StatusKind.Default)
                {
                    fallback = @case;
                }
                else if (@case.Kind == kind)
                {
                    w.Line($"{Pattern(@case)} => {New(@case)},");
                }
            }
        }

        w.Line($"_ => {(fallback is null ? "throw response.Unexpected()" : New(fallback))},");
        w.Left();
        w.Line("};");
        PrintHelpers();

        void PrintHelpers()
        {
            foreach (KeyValuePair<TypeRef, string> helper in helpers ?? [])
            {
                reading.Helper(w, "static", helper.Value, helper.Key);
            }
        }

        static string Pattern(ResultCaseModel @case, string range = "", string exact = "") => @case.Kind == StatusKind.Exact
            ? exact + Literals.Number(@case.Status)
            : range + ">= " + Literals.Number(@case.Status * 100) + " and <= " + Literals.Number((@case.Status * 100) + 99);

        string New(ResultCaseModel @case)
        {
            string status = @case.Kind == StatusKind.Exact ? "" : "response.StatusCode, ";
            string body = @case.Body is { Kind: not BodyKind.None } model ? ReadBody(@case, model) + ", " : "";
            return "new " + @case.Name + "(" + status + body + "response.Headers)";
        }

        string ReadBody(ResultCaseModel @case, BodyModel body)
        {
            if (body.Kind != BodyKind.Json)
            {
                return body.Kind == BodyKind.Binary ? "response.Stream()" : "response.Text()";
            }

            string value = body.Type.Kind is TypeKind.Object or TypeKind.Union
                ? names.Model(body.Type.Name!) + ".ReadBody(response)"
                : "response.StartJson(out var r).EndJson(ref r, " + (reading.Expression(body.Type, nullable: false) ?? Helper(@case, body.Type) + "(ref r)") + ")";
            return body.IsNullable ? "response.IsNullBody ? " + reading.Null(body.Type) + " : " + value : value;
        }

        string Helper(ResultCaseModel @case, TypeRef type)
        {
            foreach (KeyValuePair<TypeRef, string> helper in helpers ??= [])
            {
                if (helper.Key == type)
                {
                    return helper.Value;
                }
            }

            helpers.Add(new(type, "read" + @case.Name));
            return "read" + @case.Name;
        }
    }
}
