using System.Text;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// What operations send and what they return. Each path in <c>operations.yaml</c> is one line that ends in a comment with its operations: the method, the URL
/// with its values in angle brackets, parameters with their types and styles (those with a mark are required), the bodies, the header
/// <c>Accept</c>, pages, and the cases of the result. Comments <c># reports: …</c> list the diagnostics.
/// </summary>
public class OperationTests
{
    private const string Mark = " # => ";
    private const string Reports = "# reports: ";

    [Fact]
    public void Each_operation_is_sent_as_its_comment_says()
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Lowering", "Documents", "operations.yaml"));
        var reference = ReferenceMetadata.Read("operations.yaml", static name => name == "Namespace" ? "Acme" : null, rootNamespace: null);
        LoweredDocument document = ClientEngine.Lower(new SpecFile("operations.yaml", text), [], reference, CancellationToken.None);
        ClientModel model = document.Model!;
        var results = model.Results.ToDictionary(result => result.Name);
        var actual = model.Builders.SelectMany(builder => builder.Operations)
            .GroupBy(operation => results[operation.Result].Template, (template, operations) => (template, string.Join(" ; ", operations.Select(operation => Describe(operation, results)))))
            .ToDictionary();

        string wrong = string.Concat(text.Split('\n').Where(line => line.Contains(Mark, StringComparison.Ordinal)).Select(line =>
        {
            string template = line.Trim().Split('\'')[1].Split('?', '#')[0];
            string expected = line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].TrimEnd();
            string found = actual.GetValueOrDefault(template, "nothing");
            return found == expected ? "" : $"{template}\n    expected {expected}\n    actual   {found}\n";
        }));
        Assert.True(wrong.Length == 0, wrong);
        IEnumerable<string> expectedReports = text.Split('\n').Where(line => line.Contains(Reports, StringComparison.Ordinal)).Select(line => line.Trim());
        IEnumerable<string> reports = document.Diagnostics.Select(diagnostic => $"{Reports}{diagnostic.Descriptor.Id} {string.Join(": ", diagnostic.Arguments)}");
        Assert.Equal(expectedReports.Order(StringComparer.Ordinal), reports.Order(StringComparer.Ordinal));
    }

    private static string Describe(OperationModel operation, Dictionary<string, ResultModel> results)
    {
        var text = new StringBuilder($"{operation.MethodName} {operation.HttpMethod} {(operation.Server is null ? "" : $"({operation.Server}) ")}{Url(operation.Path)}");
        foreach ((ParameterModel parameter, string required) in operation.Parameters.Select(parameter => (parameter, "!"))
            .Concat((operation.QueryClass?.Properties ?? default).Select(parameter => (parameter, ""))))
        {
            string reserved = parameter.IsReservedAllowed ? " reserved" : "";
            text.Append($", {parameter.Place} {parameter.WireName}{Name(parameter.Name, parameter.WireName)}{required}: {Describe(parameter.Type)} {parameter.Style}{reserved}");
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
