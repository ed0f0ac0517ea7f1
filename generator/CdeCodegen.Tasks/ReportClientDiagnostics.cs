using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CdeCodegen.Tasks;

/// <summary>Reports the warnings and errors of the documents, as <see cref="GenerateClients"/> found them in this or an earlier build.</summary>
public sealed class ReportClientDiagnostics : Task
{
    /// <summary>The file that <see cref="GenerateClients"/> wrote.</summary>
    [Required]
    public string DiagnosticsFile { get; set; } = "";

    /// <summary>The path of the generator's assembly.</summary>
    [Required]
    public string GeneratorAssembly { get; set; } = "";

    /// <summary>The project's <c>ErrorEndLocation</c>: whether positions have an end, as the compiler's then have.</summary>
    public bool ErrorEndLocation { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        EngineAssembly.Use(GeneratorAssembly);
        foreach (ReportedDiagnostic diagnostic in ReportedDiagnostic.Read(File.ReadAllText(DiagnosticsFile)))
        {
            diagnostic.Log(Log, ErrorEndLocation);
        }

        return !Log.HasLoggedErrors;
    }
}
