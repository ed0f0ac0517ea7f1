using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the class of an operation's optional parameters, which callers set in <c>requestConfiguration</c>.</summary>
internal static class QueryClassPrinter
{
    public static void Print(SourceWriter w, QueryClassModel query, string operation, string access, TypeNames names)
    {
        Docs.Summary(w, "The optional parameters of <c>" + DocXml.Escape(operation) + "</c>.");
        w.Line($"{access} sealed class {query.Name}");
        w.Open();
        foreach (ParameterModel parameter in query.Properties)
        {
            w.Gap(compact: Docs.IsNone(parameter.Doc));
            Docs.Write(w, parameter.Doc);
            w.Line($"public {names.Of(parameter.Type, nullable: true)} {parameter.Name} {{ get; set; }}");
            DefaultPrinter.Print(w, parameter.Type, parameter.Default, names);
        }

        w.Close();
    }
}
