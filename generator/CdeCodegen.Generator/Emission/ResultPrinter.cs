using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>The closed result of an operation: an abstract class with a private constructor and a nested sealed class for each documented response.</summary>
internal static class ResultPrinter
{
    private const string Response = TypeNames.Generated + "ApiResponse";
    private const string Headers = TypeNames.Runtime + "ApiResponseHeaders? headers = null";
    private const string Exception = TypeNames.Runtime + "ApiResultException";

    public static void Print(SourceWriter w, ResultUnit unit, EmissionFacts facts)
    {
        TypeNames names = TypeNames.InClient(unit.Context);
        ResultModel result = unit.Result;
        string access = ModelFile.Access(unit);

        Docs.Write(w, result.Doc, "What <c>" + DocXml.Escape(result.OperationName) + "</c> answers.");
        w.Line($"[{TypeNames.Runtime}ApiResult(Operation = {Literals.Quote(result.OperationName)})]");
        w.Line($"{access} {(facts.Closed ? "closed" : "abstract")} class {result.Name} : {TypeNames.Runtime}ApiResult");
        w.Open();
        w.Line($"private {result.Name}(int statusCode, {TypeNames.Runtime}ApiResponseHeaders? headers) : base(statusCode, headers) {{ }}");
        foreach (ResultCaseModel @case in result.Cases)
        {
            w.Gap();
            PrintCase(w, result, @case, names);
        }

        w.Gap();
        PrintEnsureSuccess(w, result, names);
        w.Gap();
        PrintReader(w, result, names);
        w.Close();

        if (unit.Query is { } query)
        {
            w.Line();
            QueryClassPrinter.Print(w, query, access, names);
        }
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
        Docs.Write(w, @case.Doc);
        w.Line($"[{TypeNames.Runtime}ApiResultCase({status})]");
        string parameters = (isExact ? "" : "int statusCode, ") + (body is null ? "" : body + " body, ") + Headers;
        string head = $"public sealed class {@case.Name}({parameters}) : {result.Name}({(isExact ? status : "statusCode")}, headers)";
        if (body is null && @case.Headers.Count == 0)
        {
            w.Line($"{head};");
            return;
        }

        w.Line(head);
        w.Open();
        if (body is not null)
        {
            w.Line($"public {body} Body {{ get; }} = body;");
        }

        foreach (ResponseHeaderModel header in @case.Headers)
        {
            w.Gap();
            Docs.Write(w, header.Doc);
            w.Line($"public {names.Of(header.Type, nullable: true)} {header.Name} => Headers.Get<{names.Of(header.Type, nullable: true)}>({Literals.Quote(header.WireName)});");
        }

        w.Close();
    }

    private static string? BodyType(BodyModel? body, TypeNames names) => body is null ? null : body.Kind switch
    {
        BodyKind.None => null,
        BodyKind.Json => names.Of(body.Type, body.Nullable),
        BodyKind.Binary => "byte[]",
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

        if (!same)
        {
            w.Line("/// <summary>This result where it is a success; any other is thrown.</summary>");
            w.Line($"/// <exception cref=\"{Exception}\">The call did not succeed; the exception carries this result.</exception>");
            w.Line($"public {result.Name} EnsureSuccess() => IsSuccess ? this : throw new {Exception}(this);");
            return;
        }

        w.Line($"/// <summary>{(body is null ? "Returns where the call succeeded; any other result is thrown." : "The body where the call succeeded; any other result is thrown.")}</summary>");
        w.Line($"/// <exception cref=\"{Exception}\">The call did not succeed; the exception carries this result.</exception>");
        if (body is null)
        {
            w.Line("public void EnsureSuccess()");
            w.Open();
            w.Line($"if (!IsSuccess) throw new {Exception}(this);");
            w.Close();
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

    /// <summary>The documented 2xx; where there is none, <c>default</c> stands for it.</summary>
    private static List<ResultCaseModel> Successes(ResultModel result)
    {
        var successes = new List<ResultCaseModel>();
        ResultCaseModel? fallback = null;
        foreach (ResultCaseModel @case in result.Cases)
        {
            if (@case is { Kind: StatusKind.Exact, Status: >= 200 and <= 299 } or { Kind: StatusKind.Range, Status: 2 })
            {
                successes.Add(@case);
            }
            else if (@case.Kind == StatusKind.Default)
            {
                fallback = @case;
            }
        }

        if (successes.Count == 0 && fallback is not null)
        {
            successes.Add(fallback);
        }

        return successes;
    }

    private static void PrintReader(SourceWriter w, ResultModel result, TypeNames names)
    {
        var helpers = new Dictionary<TypeRef, string>();
        w.Line($"internal static {result.Name} Read({Response} response) => response.StatusCode switch");
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
                    string first = Literals.Number(@case.Status * 100);
                    string pattern = kind == StatusKind.Exact ? Literals.Number(@case.Status) : ">= " + first + " and <= " + Literals.Number((@case.Status * 100) + 99);
                    w.Line($"{pattern} => {New(@case)},");
                }
            }
        }

        w.Line($"_ => {(fallback is null ? "throw response.Unexpected()" : New(fallback))},");
        w.Left();
        w.Line("};");

        var reading = new JsonReading(names, [], TypeNames.Generated + "JsonIn");
        foreach (KeyValuePair<TypeRef, string> helper in helpers)
        {
            PrintHelper(w, helper.Value, helper.Key, names, reading);
        }

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
                return body.Kind == BodyKind.Binary ? "response.Bytes()" : "response.Text()";
            }

            string value;
            if (body.Type.Kind is TypeKind.Object or TypeKind.Union)
            {
                value = names.Model(body.Type.Name!) + ".ReadBody(response)";
            }
            else
            {
                if (!helpers.TryGetValue(body.Type, out string? helper))
                {
                    helper = "read" + @case.Name;
                    helpers.Add(body.Type, helper);
                }

                value = helper + "(response)";
            }

            return body.Nullable ? "response.IsNullBody ? null : " + value : value;
        }
    }

    /// <summary>Reads a body that is no model: a list, a map, a scalar.</summary>
    private static void PrintHelper(SourceWriter w, string name, TypeRef type, TypeNames names, JsonReading reading)
    {
        w.Gap();
        w.Line($"static {names.Of(type)} {name}({Response} response)");
        w.Open();
        w.Line("var r = response.StartJson();");
        string value;
        if (reading.Expression(type, nullable: false) is { } expression)
        {
            w.Line($"var value = {expression};");
            value = "value";
        }
        else
        {
            value = reading.Collect(w, type);
        }

        w.Line("response.EndJson(ref r);");
        w.Line($"return {value};");
        w.Close();
    }
}
