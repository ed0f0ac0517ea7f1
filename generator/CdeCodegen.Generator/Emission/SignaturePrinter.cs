using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the heads of the methods of an operation.</summary>
internal static class SignaturePrinter
{
    private const string Kiota = "global::Microsoft.Kiota.Abstractions.";

    /// <summary>Adds the required parameters of the operation.</summary>
    /// <param name="parameters">Receives the parameters.</param>
    /// <param name="names">The names of types in the file.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="isEnd">Whether only optional parameters follow, so that the last ones can be optional too: those with one value.</param>
    public static void AddValues(List<string> parameters, TypeNames names, OperationModel operation, bool isEnd)
    {
        int optional = operation.Parameters.Count;
        while (isEnd && optional > 0 && operation.Parameters[optional - 1].Constant is not null)
        {
            optional--;
        }

        for (int i = 0; i < operation.Parameters.Count; i++)
        {
            ParameterModel parameter = operation.Parameters[i];
            parameters.Add(names.Of(parameter.Type) + " " + parameter.Name + (i < optional ? "" : " = " + Literals.Constant(parameter.Type, parameter.Constant!)));
        }
    }

    /// <summary>The parameters that the operation needs: its required ones, the body, and the body's media type where the caller chooses it.</summary>
    public static List<string> Required(TypeNames names, OperationModel operation, string body, string? contentType)
    {
        var parameters = new List<string>();
        AddValues(parameters, names, operation, isEnd: operation.Body is null or { Kind: BodyKind.None } or { IsRequired: false });
        if (operation.Body is { Kind: not BodyKind.None } model)
        {
            string type = model.Kind != BodyKind.Items ? names.Of(model.Type, model.IsNullable || !model.IsRequired)
                : names.Of("global::System.Collections.Generic.", "IAsyncEnumerable") + "<" + names.Of(model.Type, model.IsNullable) + ">"
                    + (model.IsRequired ? "" : "?");
            parameters.Add(type + " " + body + (model.IsRequired ? "" : " = null"));
            if (contentType is not null)
            {
                parameters.Add("string " + contentType + " = " + Literals.Quote(model.MediaType));
            }
        }

        return parameters;
    }

    /// <summary>The parameter with which the caller configures the call.</summary>
    public static string Configuration(TypeNames names, OperationModel operation, string name)
    {
        string query = operation.QueryClass is { } queryClass ? names.Client(queryClass.Name) : names.Of(Kiota, "DefaultQueryParameters");
        return names.System("Action") + "<" + names.Of(Kiota, "RequestConfiguration") + "<" + query + ">>? " + name + " = null";
    }

    /// <summary>Prints a head: in one line, or else the parameters in one line, or else each in its own line.</summary>
    /// <param name="w">The file.</param>
    /// <param name="head">The text up to the opening parenthesis.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="end">What follows the closing parenthesis.</param>
    public static void Print(SourceWriter w, string head, List<string> parameters, string end)
    {
        int length = 0;
        foreach (string parameter in parameters)
        {
            length += parameter.Length + 2;
        }

        int width = LineBreaker.Width - w.Column - end.Length;
        if (head.Length + length <= width)
        {
            w.Line($"{head}{string.Join(", ", parameters)}){end}");
            return;
        }

        w.Line(head);
        w.Right();
        if (length <= width - 4)
        {
            w.Line($"{string.Join(", ", parameters)}){end}");
        }
        else
        {
            for (int i = 0; i < parameters.Count; i++)
            {
                w.Line($"{parameters[i]}{(i == parameters.Count - 1 ? ")" + end : ",")}");
            }
        }

        w.Left();
    }
}
