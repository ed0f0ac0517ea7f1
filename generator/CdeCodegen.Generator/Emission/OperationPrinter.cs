using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>An operation's method: it fills a request and sends it.</summary>
/// <param name="names">The file's types.</param>
/// <param name="core">The field that holds the client's core.</param>
/// <param name="pathValues">Fields that hold path values.</param>
/// <param name="members">Properties of the builder: they hide types in expressions.</param>
internal sealed class OperationPrinter(TypeNames names, string core, HashSet<string> pathValues, HashSet<string> members)
{
    private const string Kiota = "global::Microsoft.Kiota.Abstractions.";

    /// <summary>Parameter lists longer than this are broken into lines.</summary>
    private const int Width = 150;

    public void Print(SourceWriter w, OperationModel operation, string path)
    {
        var taken = new HashSet<string>(pathValues, StringComparer.Ordinal) { core };
        foreach (ParameterModel parameter in operation.Parameters)
        {
            taken.Add(parameter.Name);
        }

        string body = Fresh("body", taken);
        string configuration = Fresh("requestConfiguration", taken);
        string cancellation = Fresh("cancellationToken", taken);
        string request = Fresh("request", taken);

        PrintDocs(w, operation, path, body);
        PrintSignature(w, operation, body, configuration, cancellation);
        w.Open();
        w.Line($"var {request} = new {names.Of(TypeNames.Generated, "ApiRequest")}({core}, {Literals.Quote(operation.HttpMethod)});");
        foreach (PathPartModel part in operation.Path)
        {
            if (part.IsValue)
            {
                string value = IsParameter(operation, part.Text) ? "this." + part.Text : part.Text;
                w.Line($"{request}.PathValue({value}{(part.Style == ParameterStyle.Simple ? "" : ", " + StyleOf(part.Style))});");
            }
            else
            {
                w.Line($"{request}.Path({Literals.Quote(part.Text)});");
            }
        }

        foreach (ParameterModel parameter in operation.Parameters)
        {
            PrintParameter(w, request, parameter, parameter.Name);
        }

        if (operation.Accept is { } accept)
        {
            w.Line($"{request}.Accept({Literals.Quote(accept)});");
        }

        if (operation.Anonymous)
        {
            w.Line($"{request}.Anonymous();");
        }

        if (operation.QueryClass is { } queryClass)
        {
            string query = Fresh("query", taken);
            w.Line($"if ({request}.Configure({configuration}) is {{ }} {query})");
            w.Open();
            foreach (ParameterModel parameter in queryClass.Properties)
            {
                PrintParameter(w, request, parameter, query + "." + parameter.Name);
            }

            w.Close();
            w.Gap();
        }
        else
        {
            w.Line($"{request}.Configure({configuration});");
        }

        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            PrintBody(w, request, model, body, taken);
        }

        w.Line($"return {request}.SendAsync({names.Client(operation.Result, members)}.Read, {cancellation});");
        w.Close();
    }

    private static void PrintDocs(SourceWriter w, OperationModel operation, string path, string body)
    {
        string call = "<c>" + operation.HttpMethod + " " + DocXml.Escape(path) + "</c>";
        Docs.Summary(w, operation.Doc, otherwise: call);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            Docs.Parameter(w, parameter.Name, parameter.Doc);
        }

        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            Docs.Parameter(w, body, model.Doc);
        }

        Docs.Remarks(w, operation.Doc, call + (operation.OperationId is { } id ? ", operation <c>" + DocXml.Escape(id) + "</c>" : ""));
        Docs.Obsolete(w, operation.Doc);
    }

    private void PrintSignature(SourceWriter w, OperationModel operation, string body, string configuration, string cancellation)
    {
        var parameters = new List<string>();
        foreach (ParameterModel parameter in operation.Parameters)
        {
            parameters.Add(names.Of(parameter.Type) + " " + parameter.Name);
        }

        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            parameters.Add(names.Of(model.Type, model.Nullable || !model.Required) + " " + body + (model.Required ? "" : " = null"));
        }

        string query = operation.QueryClass is { } queryClass ? names.Client(queryClass.Name) : names.Of(Kiota, "DefaultQueryParameters");
        parameters.Add(names.System("Action") + "<" + names.Of(Kiota, "RequestConfiguration") + "<" + query + ">>? " + configuration + " = null");
        parameters.Add(names.Of("global::System.Threading.", "CancellationToken") + " " + cancellation + " = default");

        string head = "public " + names.Of("global::System.Threading.Tasks.", "Task") + "<" + names.Client(operation.Result) + "> " + operation.MethodName + "(";
        int length = 0;
        foreach (string parameter in parameters)
        {
            length += parameter.Length + 2;
        }

        if (head.Length + length <= Width)
        {
            w.Line($"{head}{string.Join(", ", parameters)})");
            return;
        }

        w.Line(head);
        w.Right();
        if (length <= Width)
        {
            w.Line($"{string.Join(", ", parameters)})");
        }
        else
        {
            for (int i = 0; i < parameters.Count; i++)
            {
                w.Line($"{parameters[i]}{(i == parameters.Count - 1 ? ")" : ",")}");
            }
        }

        w.Left();
    }

    private void PrintParameter(SourceWriter w, string request, ParameterModel parameter, string value)
    {
        bool isCollection = parameter.Type.Kind is TypeKind.List or TypeKind.Map;
        bool styled = isCollection || parameter.Style is ParameterStyle.Json or ParameterStyle.DeepObject || parameter.AllowReserved;
        string style = styled ? ", " + StyleOf(parameter.Style) : "";
        switch (parameter.Place)
        {
            case ParameterPlace.Query:
                string reserved = parameter.AllowReserved ? ", allowReserved: true" : "";
                w.Line($"{request}.Query({Literals.Quote(Literals.EscapeUrl(parameter.WireName))}, {value}{style}{reserved});");
                break;
            case ParameterPlace.Header:
                w.Line($"{request}.Header({Literals.Quote(parameter.WireName)}, {value});");
                break;
            default:
                w.Line($"{request}.Cookie({Literals.Quote(parameter.WireName)}, {value});");
                break;
        }
    }

    private static void PrintBody(SourceWriter w, string request, BodyModel body, string value, HashSet<string> taken)
    {
        bool isGuarded = !body.Required;
        if (isGuarded)
        {
            w.Gap();
            w.Line($"if ({value} is not null)");
            w.Open();
        }

        string mediaType = Literals.Quote(body.MediaType);
        switch (body.Kind)
        {
            case BodyKind.Text:
                w.Line($"{request}.Text({value}, {mediaType});");
                break;
            case BodyKind.Binary:
                w.Line($"{request}.Binary({value}, {mediaType});");
                break;
            default:
                string content = isGuarded && body.Type.IsValueType ? value + ".Value" : value;
                JsonWriting json = JsonWriting.Beside(taken);
                w.Line($"var {json.Writer} = {request}.StartJson();");
                if (body.Nullable && body.Required)
                {
                    json.NullableValue(w, body.Type, content);
                }
                else
                {
                    json.Value(w, body.Type, content);
                }

                w.Line($"{request}.EndJson({json.Writer}, {mediaType});");
                break;
        }

        if (isGuarded)
        {
            w.Close();
            w.Gap();
        }
    }

    private string StyleOf(ParameterStyle style) => names.Of(TypeNames.Generated, "ApiParameterStyle") + "." + style switch
    {
        ParameterStyle.Exploded => "Exploded",
        ParameterStyle.Comma => "Comma",
        ParameterStyle.Space => "Space",
        ParameterStyle.Pipe => "Pipe",
        ParameterStyle.Tab => "Tab",
        ParameterStyle.DeepObject => "DeepObject",
        ParameterStyle.Json => "Json",
        _ => "Simple",
    };

    private static bool IsParameter(OperationModel operation, string name)
    {
        foreach (ParameterModel parameter in operation.Parameters)
        {
            if (parameter.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name for something of our own that none of the document's has.</summary>
    public static string Fresh(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
