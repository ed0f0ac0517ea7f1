namespace CdeCodegen.Generator.Pipeline;

/// <summary>The steps, by the names under which the driver tracks them; tests ask by these why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>A document's text and options.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>Read, resolved and lowered.</summary>
    public const string Lower = nameof(Lower);

    /// <summary>What the project references, and its language version.</summary>
    public const string Project = nameof(Project);

    /// <summary>The names of all clients of the project.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The project and its clients.</summary>
    public const string Surroundings = nameof(Surroundings);

    /// <summary>Whether the document's client can be printed into this project.</summary>
    public const string Admission = nameof(Admission);

    /// <summary>The model: positions end here.</summary>
    public const string Model = nameof(Model);

    /// <summary>The files to print.</summary>
    public const string Units = nameof(Units);

    /// <summary>What the printed text depends on beside the model.</summary>
    public const string Facts = nameof(Facts);

    public const string Diagnostics = nameof(Diagnostics);

    public static readonly string[] All = [Documents, Lower, Project, Clients, Surroundings, Admission, Model, Units, Facts, Diagnostics];
}
