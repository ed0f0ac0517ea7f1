using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the closed result of an operation: an abstract class with a private constructor and a nested sealed class for each documented response.</summary>
internal static class ResultPrinter
{
    private const string Response = TypeNames.Generated + "ApiResponse";
    private const string Headers = TypeNames.Runtime + "ApiResponseHeaders? headers = null";
    private const string Exception = TypeNames.Runtime + "ApiResultException";

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
                QueryClassPrinter.Print(w, query, unit.Results[i].Result.OperationName, ModelFile.Access(unit), names);
            }
        }
    }

    private static void Print(SourceWriter w, ResultModel result, string modifiers, TypeNames names)
    {
        Docs.Summary(w, "The result of <c>" + DocXml.Escape(result.OperationName) + "</c>.");
        w.Line($"[{TypeNames.Runtime}ApiResult(Operation = {Literals.Quote(result.OperationName)}, Template = {Literals.Quote(result.Template)})]");
        w.Line($"{modifiers} class {result.Name} : {TypeNames.Runtime}ApiResult");
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
        bool isEmpty = body is null && @case.Headers.Count == 0;

        Docs.Write(w, @case.Doc);
        w.Line($"[{TypeNames.Runtime}ApiResultCase({status})]");
        string parameters = (isExact ? "" : "int statusCode, ") + (body is null ? "" : body + " body, ");
        w.Line($"public sealed class {@case.Name}({parameters}{Headers}) : {result.Name}({(isExact ? status : "statusCode")}, headers){(isEmpty ? ";" : "")}");
        if (isEmpty)
        {
            return;
        }

        w.Open();
        if (body is not null)
        {
            // The case of an error arrives even if its body does not match the document. Its body then throws.
            bool hasBody = @case.IsSuccess && @case.Kind != StatusKind.Default;
            w.Line($"public {body} Body {(hasBody ? "{ get; } = body;" : "=> GetBody(body);")}");
        }

        if (@case.Body?.Kind == BodyKind.Binary)
        {
            w.Line("public string? FileName => Headers.FileName;");
            w.Line("public string? ContentType => Headers.ContentType;");
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

    /// <summary>Returns the expression for a header. The runtime cannot create the client's enumerations without reflection, so generated code does.</summary>
    private static string HeaderValue(ResponseHeaderModel header, string type, TypeNames names)
    {
        string name = Literals.Quote(header.WireName);
        if (header.Type is { Kind: TypeKind.List, Item: { Kind: TypeKind.Enum } item })
        {
            string value = item.EnumValue == TypeKind.String ? "string" : item.EnumValue == TypeKind.Int32 ? "int" : "long";
            return $"GetHeader<global::System.Collections.Generic.IReadOnlyList<{value}>>({name}) is {{ }} values"
                + $" ? new global::System.Collections.Generic.List<{value}>(values).ConvertAll(static value => new {names.Of(item)}(value)) : null";
        }

        if (header.Type.Kind != TypeKind.Enum)
        {
            return header.Type.Kind == TypeKind.String ? $"Headers.Get<{type}>({name})" : $"GetHeader<{type}>({name})";
        }

        string plain = header.Type.EnumValue == TypeKind.String ? "string" : header.Type.EnumValue == TypeKind.Int32 ? "int?" : "long?";

        // A bare null would be a null string, which converts to the enumeration.
        string get = header.Type.EnumValue == TypeKind.String ? "Headers.Get" : "GetHeader";
        return $"{get}<{plain}>({name}) is {{ }} value ? new {names.Of(header.Type)}(value) : default({type})";
    }

    private static string? BodyType(BodyModel? body, TypeNames names) => body is null ? null : body.Kind switch
    {
        BodyKind.None => null,
        BodyKind.Json => names.Of(body.Type, body.IsNullable),
        BodyKind.Binary => "global::System.IO.Stream",
        BodyKind.Items => TypeNames.Runtime + "ApiStream<" + names.Of(body.Type, body.IsNullable) + ">",
        BodyKind.Events => TypeNames.Runtime + "ApiStream<" + TypeNames.Runtime + "ServerSentEvent<" + names.Of(body.Type, body.IsNullable) + ">>",
        _ => "string",
    };

    /// <summary>
    /// Prints <c>EnsureSuccess</c>. It returns the body that all documented successes have, or nothing where they have none. Where their bodies
    /// differ, it returns the result for the caller to switch over.
    /// </summary>
    private static void PrintEnsureSuccess(SourceWriter w, ResultModel result, TypeNames names)
    {
        List<ResultCaseModel> successes = Successes(result);
        string? body = successes.Count == 0 ? null : BodyType(successes[0].Body, names);
        bool isSame = true;
        foreach (ResultCaseModel success in successes)
        {
            isSame &= BodyType(success.Body, names) == body;
        }

        string returns = !isSame ? "Returns this result if it is a success" : body is null ? "Returns if the result is a success" : "Returns the body of a success";
        Docs.Summary(w, $"{returns}; throws <see cref=\"{Exception}\"/> otherwise.");
        if (isSame && body is null)
        {
            w.Line("public void EnsureSuccess()");
            w.Open();
            w.Line("if (!IsSuccess)");
            w.Open();
            w.Line($"throw new {Exception}(this);");
            w.Close();
            w.Close();
        }
        else if (isSame && successes.Count > 1)
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
        else
        {
            w.Line($"public {(isSame ? body : result.Name)} EnsureSuccess() =>");
            w.Right();
            if (isSame)
            {
                string pattern = successes[0].Kind == StatusKind.Default ? " { IsSuccess: true } success" : " success";
                w.Line($"this is {successes[0].Name}{pattern} ? success.Body : throw new {Exception}(this);");
            }
            else
            {
                w.Line($"IsSuccess ? this : throw new {Exception}(this);");
            }

            w.Left();
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
        var reading = JsonReading.WithoutImports(names);
        List<KeyValuePair<TypeRef, string>>? readers = null;
        string head = "internal static " + result.Name + " Read(" + Response + " response) =>";
        if (result.Cases.Count == 1)
        {
            ResultCaseModel only = result.Cases[0];
            string condition = Pattern(only, "response.StatusCode is ", "response.StatusCode == ");
            w.Line(head);
            w.Right();
            w.Line($"{(only.Kind == StatusKind.Default ? New(only) : condition + " ? " + New(only) + " : throw response.Unexpected()")};");
            w.Left();
            PrintReaders();
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
        PrintReaders();

        void PrintReaders()
        {
            foreach (KeyValuePair<TypeRef, string> reader in readers ?? [])
            {
                reading.PrintReader(w, "private", reader.Value, reader.Key);
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
            if (body.Kind is BodyKind.Items or BodyKind.Events)
            {
                return ReadStream(@case, body);
            }

            if (body.Kind != BodyKind.Json)
            {
                string expected = body.Expected is null ? "" : Literals.Quote(body.Expected);
                return (body.Kind == BodyKind.Binary ? "response.Stream(" : "response.Text(") + expected + ")";
            }

            bool isQuoted = body.Type.Kind is TypeKind.String or TypeKind.Guid or TypeKind.DateTimeOffset or TypeKind.DateTime or TypeKind.Date or TypeKind.Time
                or TypeKind.TimeSpan or TypeKind.Duration or TypeKind.Uri or TypeKind.Bytes || body.Type is { Kind: TypeKind.Enum, EnumValue: TypeKind.String };
            string source = !body.AcceptsText ? "response" : isQuoted ? "response.TextAsJson()" : "response.AsJson()";
            string value = body.Type.Kind is TypeKind.Object or TypeKind.Union
                ? names.Model(body.Type.Name!) + ".ReadBody(" + source + ")"
                : source + ".ReadJson(static (ref " + reading.JsonReader + " " + JsonReading.Reader + ") => "
                    + (reading.Expression(body.Type, nullable: false) ?? JsonReading.Call(ReaderOf(@case, body.Type))) + ")";
            return body.IsNullable ? source + ".IsNullBody ? " + reading.Null(body.Type) + " : " + value : value;
        }

        string ReadStream(ResultCaseModel @case, BodyModel body)
        {
            if (body.Kind == BodyKind.Events && body.Type.Kind == TypeKind.String)
            {
                return "response.Events()";
            }

            if (body.IsByEvent)
            {
                string union = names.Model(body.Type.Name!);
                return "response.EventsByType<" + union + ">(" + union + ".ReadEvent)";
            }

            string method = "response." + (body.Kind == BodyKind.Items ? "Items" : "Events") + "<" + names.Of(body.Type, body.IsNullable) + ">";
            string value = reading.Expression(body.Type, body.IsNullable) ?? JsonReading.Call(ReaderOf(@case, body.Type));
            string expected = body.Kind == BodyKind.Items && body.Expected is not null ? ", " + Literals.Quote(body.Expected) : "";
            return method + "(static (ref " + reading.JsonReader + " " + JsonReading.Reader + ") => " + value + expected + ")";
        }

        string ReaderOf(ResultCaseModel @case, TypeRef type)
        {
            foreach (KeyValuePair<TypeRef, string> reader in readers ??= [])
            {
                if (reader.Key == type)
                {
                    return reader.Value;
                }
            }

            readers.Add(new(type, "Read" + @case.Name));
            return "Read" + @case.Name;
        }
    }
}
