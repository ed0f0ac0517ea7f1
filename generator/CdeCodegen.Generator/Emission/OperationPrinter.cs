using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints an operation as a method that fills a request and sends it.</summary>
/// <param name="names">The names of types in the file.</param>
/// <param name="core">The member that holds the client's core.</param>
/// <param name="pathValues">The parameters that hold path values.</param>
/// <param name="members">Members of the builder that hide types of the same name in expressions.</param>
internal sealed class OperationPrinter(TypeNames names, string core, HashSet<string> pathValues, HashSet<string> members)
{
    public void Print(SourceWriter w, OperationModel operation, string path)
    {
        var taken = new HashSet<string>(pathValues, StringComparer.Ordinal) { core };
        foreach (ParameterModel parameter in operation.Parameters)
        {
            taken.Add(parameter.Name);
        }

        string body = FreshName.For("body", taken);
        string configuration = FreshName.For("requestConfiguration", taken);
        string cancellation = FreshName.For("cancellationToken", taken);
        string request = FreshName.For("request", taken);
        string? contentType = operation.Body is { IsMediaTypeChosen: true } ? FreshName.For("contentType", taken) : null;

        PrintDocs(w, operation, path, body, contentType);
        string create = "new " + names.Of(TypeNames.Generated, "ApiRequest") + "(" + core + ", " + Literals.Quote(operation.HttpMethod) + ", "
            + (operation.Server is { } server ? Literals.Quote(server) + ", " : "") + PathOf(operation.Path) + ")";
        string read = names.Client(operation.Result, members) + ".Read";
        string security = operation.Security == 0 ? "" : ", " + operation.Security.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (IsPlain(operation))
        {
            PrintSignature(w, operation, body, contentType, configuration, cancellation, " =>");
            w.Right();
            w.Line($"{create}.SendAsync({configuration}, {read}, {cancellation}{security});");
            w.Left();
            return;
        }

        PrintSignature(w, operation, body, contentType, configuration, cancellation, "");
        w.Open();
        w.Line($"var {request} = {create};");
        foreach (ParameterModel parameter in operation.Parameters)
        {
            PrintParameter(w, request, parameter, parameter.Name, taken);
        }

        if (operation.Accept is { } accept and not "application/json")
        {
            w.Line($"{request}.Accept({Literals.Quote(accept)});");
        }

        if (operation.IsStreamed)
        {
            w.Line($"{request}.StreamResponse();");
        }

        w.GapAfterBlock();
        if (operation.QueryClass is { } queryClass)
        {
            string query = FreshName.For("query", taken);
            w.Line($"if ({request}.Configure({configuration}) is {{ }} {query})");
            w.Open();
            foreach (ParameterModel parameter in queryClass.Properties)
            {
                PrintParameter(w, request, parameter, query + "." + parameter.Name, taken);
            }

            w.Close();
        }
        else
        {
            w.Line($"{request}.Configure({configuration});");
        }

        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            w.GapAfterBlock();
            if (WritesModels(operation))
            {
                taken.Add(JsonWriting.Beside(taken).Writer); // Blocks above declare it, and C# does not let an enclosing block declare it again.
            }

            PrintBody(w, request, model, body, contentType, taken);
        }

        w.GapAfterBlock();
        w.Line($"return {request}.SendAsync({read}, {cancellation}{security});");
        w.Close();
    }

    private static bool WritesModels(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (JsonMethods.IsModel(parameter.Type))
            {
                return true;
            }
        }

        foreach (ParameterModel parameter in operation.QueryClass?.Properties ?? default)
        {
            if (JsonMethods.IsModel(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the request consists of the path only, so that one expression sends it.</summary>
    private static bool IsPlain(OperationModel operation) => operation is
    {
        Parameters.Count: 0,
        QueryClass: null,
        IsStreamed: false,
        Body: null or { Kind: BodyKind.None },
        Accept: null or "application/json",
    };

    /// <summary>Returns the path as an interpolated string; the runtime escapes its values.</summary>
    public static string PathOf(EquatableArray<PathPartModel> path)
    {
        var text = new System.Text.StringBuilder("$\"");
        foreach (PathPartModel part in path)
        {
            if (part.IsValue)
            {
                text.Append('{').Append(part.Text);
                text.Append(part.Style == ParameterStyle.Simple ? "" : ":" + NameOf(part.Style));
                text.Append(part.WireName.Length == 0 ? "" : " " + part.WireName).Append('}');
            }
            else
            {
                string literal = Literals.Quote(part.Text).Replace("{", "{{").Replace("}", "}}");
                text.Append(literal, 1, literal.Length - 2);
            }
        }

        return text.Append('"').ToString();
    }

    private static void PrintDocs(SourceWriter w, OperationModel operation, string path, string body, string? contentType)
    {
        string call = "<c>" + DocXml.Escape(operation.HttpMethod + " " + path) + "</c>"
            + (operation.OperationId is { } id ? ", operation <c>" + DocXml.Escape(id) + "</c>" : "")
            + (operation.AsksFor is { } type ? ", answered as <c>" + DocXml.Escape(type) + "</c>" : "");
        Docs.Summary(w, operation.Doc, otherwise: call);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            Docs.Parameter(w, parameter.Name, parameter.Doc);
        }

        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            Docs.Parameter(w, body, model.Doc);
            if (contentType is not null)
            {
                Docs.Parameter(w, contentType, $"The media type of the body: <c>{DocXml.Escape(string.Join(", ", model.MediaTypes))}</c>.");
            }
        }

        Docs.Remarks(w, operation.Doc, last: string.IsNullOrWhiteSpace(operation.Doc.Summary) ? null : call);
        Docs.Obsolete(w, operation.Doc);
    }

    private void PrintSignature(
        SourceWriter w, OperationModel operation, string body, string? contentType, string configuration, string cancellation, string end)
    {
        List<string> parameters = SignaturePrinter.Required(names, operation, body, contentType);
        parameters.Add(SignaturePrinter.Configuration(names, operation, configuration));
        parameters.Add(names.Of("global::System.Threading.", "CancellationToken") + " " + cancellation + " = default");
        string head = "public " + names.Of("global::System.Threading.Tasks.", "Task") + "<" + names.Client(operation.Result) + "> " + operation.MethodName + "(";
        SignaturePrinter.Print(w, head, parameters, end);
    }

    private void PrintParameter(SourceWriter w, string request, ParameterModel parameter, string value, HashSet<string> taken)
    {
        string method = parameter.Place switch
        {
            ParameterPlace.Header => "Header",
            ParameterPlace.Cookie => "Cookie",
            ParameterPlace.QueryString => "QueryString",
            _ => "Query",
        };
        bool isQuery = parameter.Place == ParameterPlace.Query;
        bool isWholeQuery = parameter.Place == ParameterPlace.QueryString;
        string name = isWholeQuery ? "" : Literals.Quote(isQuery ? Literals.EscapeUrl(parameter.WireName) : parameter.WireName) + ", ";
        string reserved = isQuery && parameter.IsReservedAllowed ? ", allowReserved: true" : "";
        bool isComposite = parameter.Type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Union;
        bool isForAllTypes = isWholeQuery || parameter.Style is ParameterStyle.Json or ParameterStyle.Cookie or ParameterStyle.CookieExploded;
        string style = isComposite || reserved.Length > 0 || isForAllTypes ? ", " + StyleOf(parameter.Style) : "";
        bool isNumberInJson = parameter.Style == ParameterStyle.Json && JsonMethods.IsNumericEnum(parameter.Type);
        w.GapAfterBlock();
        if (isNumberInJson && parameter.Type.Kind == TypeKind.Enum)
        {
            value = (parameter.Type.EnumValue == TypeKind.Int32 ? "(int?)" : "(long?)") + value;
            isNumberInJson = false;
        }

        if (!isNumberInJson && !JsonMethods.IsModel(parameter.Type))
        {
            w.Line($"{request}.{method}({name}{value}{style}{reserved});");
            return;
        }

        var json = JsonWriting.Beside(taken);
        w.Line($"if ({value} is not null)");
        w.Open();
        w.Line($"var {json.Writer} = {request}.StartJson();");
        json.Value(w, parameter.Type, value);
        w.GapAfterBlock();
        w.Line($"{request}.{method}Json({name}{json.Writer}{style}{reserved});");
        w.Close();
    }

    private void PrintBody(SourceWriter w, string request, BodyModel body, string value, string? contentType, HashSet<string> taken)
    {
        foreach (FieldStyleModel fields in body.FieldStyles)
        {
            var call = new System.Text.StringBuilder(request);
            call.Append(".FormStyle(").Append(StyleOf(fields.Style)).Append(fields.IsReservedAllowed ? ", allowReserved: true" : ", allowReserved: false");
            foreach (string name in fields.Names)
            {
                call.Append(", ").Append(Literals.Quote(name));
            }

            w.Line(call.Append(");").ToString());
        }

        string mediaType = contentType ?? Literals.Quote(body.MediaType);
        string start = request + (body.Kind == BodyKind.FormUrlEncoded ? ".Form()" : ".Json(" + mediaType + ")");
        bool isWritten = body.Kind is BodyKind.Json or BodyKind.FormUrlEncoded;
        if (isWritten && body.Type.Kind is TypeKind.Object or TypeKind.Union && !(body.IsRequired && body.IsNullable))
        {
            w.Line($"{value}{(body.IsRequired ? "" : "?")}.WriteTo({start});");
            return;
        }

        bool isGuarded = !body.IsRequired || (body.IsNullable && body.Kind is not (BodyKind.Json or BodyKind.Items));
        if (isGuarded)
        {
            w.Line($"if ({value} is not null)");
            w.Open();
        }

        var json = JsonWriting.Beside(taken);
        switch (body.Kind)
        {
            case BodyKind.Text:
                w.Line($"{request}.Text({value}, {mediaType});");
                break;
            case BodyKind.Binary:
                w.Line($"{request}.Binary({value}, {mediaType});");
                break;
            case BodyKind.Items:
                w.Line($"{request}.Items({value}, {mediaType}, static ({JsonWriting.Plain.Writer}, element) =>");
                w.Open();
                if (body.IsNullable)
                {
                    JsonWriting.Plain.NullableValue(w, body.Type, "element");
                }
                else
                {
                    JsonWriting.Plain.Value(w, body.Type, "element");
                }

                w.Left();
                w.Line("});");
                break;
            case BodyKind.Multipart:
                w.Line($"{request}.StartMultipart({mediaType});");
                if (body.Type.Kind == TypeKind.Map)
                {
                    PartsPrinter.PrintEntries(w, value, body.Type.Item!, body.Type.IsItemNullable, request);
                }
                else
                {
                    w.Line($"{value}.WriteParts(ref {request});");
                }

                break;
            default:
                string content = isGuarded && body.Type.IsValueType ? value + ".Value" : value;
                w.Line($"var {json.Writer} = {start};");
                if (body.IsNullable && body.IsRequired)
                {
                    json.NullableValue(w, body.Type, content);
                }
                else
                {
                    json.Value(w, body.Type, content);
                }

                break;
        }

        if (isGuarded)
        {
            w.Close();
        }
    }

    private string StyleOf(ParameterStyle style) => names.Of(TypeNames.Generated, "ApiParameterStyle") + "." + NameOf(style);

    private static string NameOf(ParameterStyle style) => style switch
    {
        ParameterStyle.Simple => "Simple",
        ParameterStyle.Exploded => "Exploded",
        ParameterStyle.Comma => "Comma",
        ParameterStyle.Space => "Space",
        ParameterStyle.Pipe => "Pipe",
        ParameterStyle.Tab => "Tab",
        ParameterStyle.DeepObject => "DeepObject",
        ParameterStyle.Json => "Json",
        ParameterStyle.Label => "Label",
        ParameterStyle.LabelExploded => "LabelExploded",
        ParameterStyle.Matrix => "Matrix",
        ParameterStyle.MatrixExploded => "MatrixExploded",
        ParameterStyle.Reserved => "Reserved",
        ParameterStyle.Cookie => "Cookie",
        ParameterStyle.CookieExploded => "CookieExploded",
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "The style has no name in the runtime."),
    };
}
