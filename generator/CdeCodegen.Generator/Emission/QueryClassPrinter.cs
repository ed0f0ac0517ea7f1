using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>The optional parameters of an operation, to be set in its <c>requestConfiguration</c>.</summary>
internal static class QueryClassPrinter
{
    public static void Print(SourceWriter w, QueryClassModel query, string access, TypeNames names)
    {
        w.Line($"{access} sealed class {query.Name}");
        w.Open();
        foreach (ParameterModel parameter in query.Properties)
        {
            w.Gap(compact: Docs.IsNone(parameter.Doc));
            Docs.Write(w, parameter.Doc);
            w.Line($"public {names.Of(parameter.Type, nullable: true)} {parameter.Name} {{ get; set; }}");
        }

        w.Close();
    }
}
