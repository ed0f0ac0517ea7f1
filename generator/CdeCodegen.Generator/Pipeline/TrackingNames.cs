namespace CdeCodegen.Generator.Pipeline;

/// <summary>The names under which the driver tracks the steps of the pipeline. Tests use them to find out why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>The text and metadata of a document.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>A document, read, resolved and lowered.</summary>
    public const string Lower = nameof(Lower);

    /// <summary>The project's relevant references and its language version.</summary>
    public const string Project = nameof(Project);

    /// <summary>The names of all clients of the project.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The project and its clients.</summary>
    public const string ProjectContext = nameof(ProjectContext);

    /// <summary>The lowered document after the checks against the project.</summary>
    public const string Validation = nameof(Validation);

    /// <summary>The model, without positions.</summary>
    public const string Model = nameof(Model);

    /// <summary>The files to print.</summary>
    public const string Units = nameof(Units);

    /// <summary>The properties of the project that the printed text depends on.</summary>
    public const string Facts = nameof(Facts);

    /// <summary>The diagnostics, with positions.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    public static readonly string[] All = [Documents, Lower, Project, Clients, ProjectContext, Validation, Model, Units, Facts, Diagnostics];
}
