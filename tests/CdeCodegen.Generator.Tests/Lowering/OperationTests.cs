using System.Text;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// What operations send and what they return. Each path in <c>operations.yaml</c> (<see cref="LineDocument"/>) is one line with its operations: the method, the URL
/// with its values in angle brackets, parameters with their types and styles (those with a mark are required), the bodies, the header
/// <c>Accept</c>, pages, and the cases of the result.
/// </summary>
public class OperationTests
{
    [Fact]
    public void Each_operation_is_sent_as_its_comment_says()
    {
        var document = new LineDocument("operations.yaml");
        ClientModel model = document.Lower([]);
        var results = model.Results.ToDictionary(result => result.Name);
        var actual = model.Builders.SelectMany(builder => builder.Operations)
            .GroupBy(operation => results[operation.Result].Template, (template, operations) => (template, string.Join(" ; ", operations.Select(operation => Describe(operation, results)))))
            .ToDictionary();

        string wrong = string.Concat(document.Expectations.Select(path =>
        {
            string template = path.Line.Trim().Split('\'')[1].Split('?', '#')[0];
            string found = actual.GetValueOrDefault(template, "nothing");
            return found == path.Expected ? "" : $"{template}\n    expected {path.Expected}\n    actual   {found}\n";
        }));
        Assert.True(wrong.Length == 0, wrong);
    }

    private static string Describe(OperationModel operation, Dictionary<string, ResultModel> results)
    {
        var text = new StringBuilder($"{operation.MethodName} {operation.HttpMethod} {(operation.Server is null ? "" : $"({operation.Server}) ")}{Url(operation.Path)}");
        foreach ((ParameterModel parameter, string required) in operation.Parameters.Select(parameter => (parameter, "!"))
            .Concat((operation.QueryClass?.Properties ?? default).Select(parameter => (parameter, ""))))
        {
            string reserved = parameter.IsReservedAllowed ? " reserved" : "";
            text.Append($", {parameter.Place} {parameter.WireName}{Name(parameter.Name, parameter.WireName)}{required}: {Describe(parameter.Type)} {parameter.Style}{reserved}{(parameter.Constant is { } value ? " = " + value : "")}");
        }

        if (operation.Body is { } body)
        {
            string media = body.IsMediaTypeChosen ? string.Join('|', body.MediaTypes) : body.MediaType;
            string styles = string.Concat(body.FieldStyles.Select(field => $" {string.Join('+', field.Names)}={field.Style}"));
            text.Append($", body{(body.IsRequired ? "!" : "")} {media}: {body.Kind} {Describe(body.Type)}{(body.IsNullable ? "?" : "")}{styles}");
        }

        text.Append(operation.Accept is null ? "" : $", Accept {operation.Accept}");
        text.Append(operation.Paging is not { } paging ? "" : $", {Describe(paging)}");
        return text.Append($" -> {operation.Result}(").AppendJoin(", ", results[operation.Result].Cases.Select(Describe)).Append(')').ToString();
    }

    private static string Describe(ResultCaseModel @case)
    {
        string body = @case.Body is { } content
            ? $"{content.Kind} {Describe(content.Type)}{(content.IsNullable ? "?" : "")}{(content.AcceptsText ? " or text" : "")}{(content.Expected is null ? "" : " of " + content.Expected)}"
            : "";
        string headers = string.Concat(@case.Headers.Select(header => $"; {header.WireName}{Name(header.Name, header.WireName)}: {Describe(header.Type)}"));
        return $"{@case.Name}({body}{headers})";
    }

    private static string Describe(PagingModel paging)
    {
        string link = Url(paging.Url) + (paging.IsLinkPath ? " as path" : "") + (paging.IsRepeated ? " repeated" : "");
        return $"{paging.MethodName} {paging.Kind} {paging.Parameter}({paging.Case}.{Steps(paging.Items)}, total {Steps(paging.Total)}, next {Steps(paging.Next)}{paging.NextHeader} {paging.NextType}) {link}".TrimEnd();
    }

    /// <summary>The C# name, unless it is the first choice.</summary>
    private static string Name(string name, string wireName) => name == Identifiers.Pascal(wireName) || name == Identifiers.Camel(wireName) ? "" : $"({name})";

    private static string Steps(EquatableArray<MemberStep> steps) => string.Join('.', steps.Select(step => step.Name + (step.IsNullable ? "?" : "")));

    private static string Url(EquatableArray<PathPartModel> parts) => string.Concat(parts.Select(part =>
        !part.IsValue ? part.Text : part.Style == ParameterStyle.Simple ? $"<{part.Text}>" : $"<{part.Text} {part.Style}{(part.WireName.Length > 0 ? " " + part.WireName : "")}>"));

    private static string Describe(TypeRef type) => type.Kind switch
    {
        TypeKind.List => $"[{Describe(type.Item!)}]",
        TypeKind.Map => $"{{{Describe(type.Item!)}}}",
        _ => (type.Name ?? type.Kind.ToString()) + (type.AcceptsText ? " or text" : ""),
    };
}
