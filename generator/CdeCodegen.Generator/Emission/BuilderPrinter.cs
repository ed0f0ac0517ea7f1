using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints request builders: readonly structs that hold the client's core and the path values so far.</summary>
internal static class BuilderPrinter
{
    public static void Print(SourceWriter w, BuildersUnit unit)
    {
        var names = TypeNames.InBuilders(unit.Context);
        int imports = w.Length;
        for (int i = 0; i < unit.Builders.Count; i++)
        {
            if (i > 0)
            {
                w.Line();
            }

            Print(w, unit.Builders[i], ModelFile.Access(unit), names);
        }

        var usings = new System.Text.StringBuilder();
        foreach (string import in names.Imports!)
        {
            usings.Append("using ").Append(import, 0, import.Length - 1).Append(";\n");
        }

        w.Insert(imports, usings.Append('\n').ToString());
    }

    private static void Print(SourceWriter w, BuilderModel builder, string access, TypeNames names)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (PathValueModel value in builder.Values)
        {
            values.Add(value.Name);
        }

        string core = NameCore(values, builder.Children, builder.Operations);
        string coreType = names.Of(TypeNames.Generated, "ApiClientCore");
        Docs.Write(w, builder.Doc, "<c>" + DocXml.Escape(builder.Path) + "</c>");
        string parameters = coreType + " " + core;
        string arguments = core;
        foreach (PathValueModel value in builder.Values)
        {
            parameters += ", " + names.Of(value.Type) + " " + value.Name;
            arguments += ", " + value.Name;
        }

        w.Line($"{access} readonly struct {builder.Name}({parameters})");
        w.Open();
        PrintSteps(w, builder.Children, names, "", arguments);

        HashSet<string> members = MemberNames(builder.Children);
        var operations = new OperationPrinter(names, core, values, members);
        foreach (OperationModel operation in builder.Operations)
        {
            w.Gap();
            operations.Print(w, operation, builder.Path);
            if (operation.Paging is { } paging)
            {
                PagesPrinter.Print(w, operation, paging, names, members, core);
            }
        }

        w.Close();
    }

    /// <summary>Prints the members that lead to the builders below.</summary>
    /// <param name="w">The file.</param>
    /// <param name="children">The members.</param>
    /// <param name="names">The names of types in the file.</param>
    /// <param name="qualifier">The namespace of the builders with a dot, relative to that of the file.</param>
    /// <param name="arguments">The arguments that every builder receives.</param>
    /// <param name="summarizesPaths">Whether a member without a description gets a summary with its path.</param>
    public static void PrintSteps(
        SourceWriter w, EquatableArray<ChildModel> children, TypeNames names, string qualifier, string arguments, bool summarizesPaths = false)
    {
        foreach (ChildModel child in children)
        {
            string parameters = "";
            string added = arguments;
            foreach (PathValueModel value in child.Parameters)
            {
                parameters += (parameters.Length == 0 ? "" : ", ") + names.Of(value.Type) + " " + value.Name;
                added += ", " + value.Name;
            }

            string? otherwise = summarizesPaths ? "Requests to <c>" + DocXml.Escape(child.Path) + "</c> and the paths below it." : null;
            bool isCompact = otherwise is null && Docs.IsNone(child.Doc);
            foreach (PathValueModel value in child.Parameters)
            {
                isCompact &= Docs.IsNone(value.Doc);
            }

            w.Gap(isCompact);
            Docs.Summary(w, child.Doc, otherwise);
            foreach (PathValueModel value in child.Parameters)
            {
                if (value.Doc != child.Doc)
                {
                    Docs.Parameter(w, value.Name, value.Doc);
                }
            }

            Docs.Obsolete(w, child.Doc);
            string member = child.Kind switch
            {
                ChildKind.Indexer => "this[" + parameters + "]",
                ChildKind.Method => child.Name + "(" + parameters + ")",
                _ => child.Name,
            };
            w.Line($"public {qualifier}{child.Builder} {member} => new({added});");
        }
    }

    /// <summary>Returns the names of the properties and methods that lead to the builders below.</summary>
    public static HashSet<string> MemberNames(EquatableArray<ChildModel> children)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ChildModel child in children)
        {
            if (child.Kind != ChildKind.Indexer)
            {
                names.Add(child.Name);
            }
        }

        return names;
    }

    /// <summary>Names the parameter that holds the core, so that no parameter of a member hides it.</summary>
    private static string NameCore(HashSet<string> values, EquatableArray<ChildModel> children, EquatableArray<OperationModel> operations)
    {
        var taken = new HashSet<string>(values, StringComparer.Ordinal);
        foreach (ChildModel child in children)
        {
            foreach (PathValueModel value in child.Parameters)
            {
                taken.Add(value.Name);
            }
        }

        foreach (OperationModel operation in operations)
        {
            foreach (ParameterModel parameter in operation.Parameters)
            {
                taken.Add(parameter.Name);
            }
        }

        return FreshName.For("core", taken);
    }
}
