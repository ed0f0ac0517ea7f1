namespace CdeCodegen.Generator.Tests.Architecture;

/// <summary>
/// The dependency rules of each project. <see cref="ArchitectureTests"/> holds the source to them, and the tables in the READMEs are generated from them.
/// </summary>
/// <param name="Project">The project's folder, relative to the repository.</param>
/// <param name="Readme">The README with the table, relative to the repository.</param>
/// <param name="Others">Projects whose folders this one's folders may use.</param>
/// <param name="Folders">Lowest first: a folder uses folders that come before it.</param>
internal sealed record ProjectRules(string Project, string Readme, string[] Others, FolderRule[] Folders)
{
    private const string Analyzers = "../CdeCodegen.Analyzers/";
    private const string Generator = "../CdeCodegen.Generator/";

    public static readonly ProjectRules[] All =
    [
        new("generator/CdeCodegen.Generator", "generator/README.md", [],
        [
            new("Infrastructure", "arrays that compare by value, the writer of source text"),
            new("Reading", "parses JSON and YAML into a tree of nodes with offsets; does not know OpenAPI"),
            new("Diagnostics", "the diagnostics and their positions in the document, independent of Roslyn", "Infrastructure", "Reading"),
            new("OpenApi", "the vocabulary of OpenAPI 2.0 to 3.2; resolves `$ref`; does not know C#", "Reading", "Diagnostics"),
            new("Model", "the client to print: immutable, compared by value, without positions", "Infrastructure"),
            new("Lowering/Naming", "makes C# names", "Infrastructure"),
            new("Lowering/Types", "turns schemas into types", "Infrastructure", "Diagnostics", "OpenApi", "Model", "Lowering/Naming"),
            new("Lowering/Operations", "turns paths, parameters, bodies and responses into operations and results",
                "Infrastructure", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Types"),
            new("Lowering", "turns an OpenAPI document into a model; makes every decision", "Infrastructure", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Types", "Lowering/Operations"),
            new("Units", "splits a model into self-contained files, and distributes them over 256 buckets", "Infrastructure", "Model"),
            new("Emission", "prints files; makes no decisions", "Infrastructure", "Model", "Units"),
            new("Engine", "the entry point without Roslyn: text in, text out",
                "Infrastructure", "Reading", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Operations", "Lowering", "Units", "Emission"),
            new("Pipeline", "the steps of the incremental source generator; converts the engine's diagnostics to Roslyn's",
                "Infrastructure", "Reading", "Diagnostics", "Model", "Units", "Emission", "Engine"),
            new(FolderGraph.Root, "the generator class", "Diagnostics", "Units", "Engine", "Pipeline"),
        ]),
        new("generator/CdeCodegen.Analyzers", "generator/CdeCodegen.Analyzers/README.md", [],
        [
            new("Infrastructure", "polyfills, and how internal errors surface"),
            new("Semantics", "what the markers mean: result types, their cases, statuses, and what known methods do with a result"),
            new("Options", "reads the options of a tree and finds invalid ones", "Semantics"),
            new("Patterns", "evaluates a pattern per case of a result", "Semantics"),
            new("Coverage", "which cases a switch lists; loops over paged items", "Semantics", "Patterns"),
            new("Findings", "immutable facts about results, before they become diagnostics", "Semantics"),
            new("Flow/State", "what is known of results at one place of a graph, and what the reporting pass sees", "Semantics", "Findings"),
            new("Flow/Layout", "what a graph tracks, and which source regions handle the rest", "Semantics", "Flow/State"),
            new("Flow/Evaluation", "what operations do to a state, and what conditions say of a result",
                "Semantics", "Options", "Patterns", "Findings", "Flow/State", "Flow/Layout"),
            new("Flow", "follows results through the control flow graph of a body",
                "Semantics", "Options", "Coverage", "Findings", "Flow/State", "Flow/Layout", "Flow/Evaluation"),
            new("Rules", "one file per rule; turns findings and option problems into diagnostics", "Semantics", "Options", "Findings"),
            new("Suppressors", "silences warnings of others on complete switches, and where a rule reports the same",
                "Infrastructure", "Semantics", "Options", "Findings", "Flow", "Coverage", "Rules"),
            new(FolderGraph.Root, "the analyzers and the analysis of one compilation", "Infrastructure", "Semantics", "Options", "Findings", "Flow", "Coverage", "Rules"),
        ]),
        new("generator/CdeCodegen.CodeFixes", "generator/CdeCodegen.CodeFixes/README.md", ["generator/CdeCodegen.Analyzers"],
        [
            new("Editing", "the edits of the syntax tree", Analyzers + "Semantics", Analyzers + "Patterns", Analyzers + "Coverage", Analyzers + "Rules"),
            new("Fixers", "one code fix provider for each rule", Analyzers + "Semantics", "Editing"),
        ]),
        new("generator/CdeCodegen.Tasks", "generator/CdeCodegen.Tasks/README.md", ["generator/CdeCodegen.Generator"],
        [
            new("Documents", "decodes documents as the compiler does"),
            new("Report/Model", "what a report shows, decided and immutable"),
            new("Report/Log", "reads the calls of the project from the compiler's log", Generator + "Reading"),
            new("Report/Clients", "describes a client: operations, what calls do with their responses, models, diagnostics",
                Generator + "Diagnostics", Generator + "Model", Generator + "Engine", "Report/Model", "Report/Log"),
            new("Report/Changes", "reads the document of a commit, and compares two clients", Generator + "Model", "Report/Model", "Report/Clients"),
            new("Report/Printing", "prints the page; makes no decisions", "Report/Model"),
            new("Report", "joins documents, log and history",
                Generator + "Engine", Generator + "Reading", "Documents", "Report/Model", "Report/Log", "Report/Clients", "Report/Changes"),
            new(FolderGraph.Root, "the tasks", Generator + "Diagnostics", Generator + "Engine", Generator + "Reading", "Documents", "Report", "Report/Log",
                "Report/Clients", "Report/Changes", "Report/Printing"),
        ]),
        new("runtime/CdeCodegen.Runtime", "runtime/CdeCodegen.Runtime/README.md", [],
        [
            new("Client", "what users set: options, tokens, files, optional members"),
            new("Values", "dates, base64 and other scalars as text; header values as typed values"),
            new("Buffers", "the pool of byte buffers"),
            new("Json", "the JSON reader and writer", "Values", "Buffers"),
            new("Parameters", "OpenAPI's parameter styles and the escaping of URLs, forms and cookies", "Values", "Json"),
            new("Http", "sending: tokens, the default pipeline, request content, response bodies, Kiota's request adapters", "Client", "Buffers", "Parameters"),
            new("Results", "what users receive: results, headers, pages, exceptions", "Values", "Http"),
            new("Telemetry", "activities, metrics and log events of calls", "Results"),
            new("Serialization", "the converters by which System.Text.Json writes and reads generated types", "Client", "Values", "Json"),
            new("Generated", "the API that generated code calls", "Client", "Values", "Buffers", "Json", "Parameters", "Http", "Results", "Telemetry"),
            new("Webhooks", "reading the bodies of the requests that an API sends", "Buffers", "Json", "Generated"),
            new("DependencyInjection", "registration with a service collection; the only user of Microsoft.Extensions.Http", "Client"),
        ]),
    ];

    public override string ToString() => Project;
}
