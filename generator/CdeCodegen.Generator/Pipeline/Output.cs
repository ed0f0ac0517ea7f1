using System.Text;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>Hands printed files to the compiler.</summary>
internal static class Output
{
    public static void Print(SourceProductionContext output, SourceUnit unit, EmissionFacts facts)
    {
        try
        {
            string text = Emitter.Emit(unit, facts);
            if (text.Length > 0)
            {
                output.AddSource(unit.HintName, SourceText.From(text, Encoding.UTF8));
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Descriptors.InternalError, Location.None, "", exception.GetType().Name, unit.HintName + ": " + exception.Message));
        }
    }
}
