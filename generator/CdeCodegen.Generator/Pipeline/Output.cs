using System.Text;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>Adds printed files to the compilation.</summary>
internal static class Output
{
    public static void AddPolyfill(SourceProductionContext output, ProjectContext context)
    {
        if (context.Clients.NeedsPolyfill && context.Project.Emission.Closed)
        {
            output.AddSource(ClosedTypePolyfill.HintName, SourceText.From(ClosedTypePolyfill.Text, Encoding.UTF8));
        }
    }

    public static void AddUnit(SourceProductionContext output, SourceUnit unit, OutputFacts facts)
    {
        GeneratedFile file = ClientEngine.Print(unit, facts.Emission);
        if (file.Problem is not null)
        {
            output.ReportDiagnostic(file.Problem.ToDiagnostic(facts.Pages));
        }
        else if (file.Text.Length > 0)
        {
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        }
    }
}
