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
    public static readonly ProjectRules[] All =
    [
        new("generator/CdeCodegen.Generator", "generator/README.md", [],
        [
            new("Infrastructure", "value-equal arrays, the writer of source text"),
            new("Reading", "text to a tree of nodes with offsets; knows JSON and YAML, nothing of OpenAPI"),
            new("Diagnostics", "diagnostics and their positions in the document", "Infrastructure", "Reading"),
            new("OpenApi", "the vocabulary of OpenAPI 2.0 to 3.2, and `$ref`; knows nothing of C#", "Reading", "Diagnostics"),
            new("Model", "the client as it will be printed: immutable, value-equal, without positions", "Infrastructure"),
            new("Lowering/Naming", "C# names"),
            new("Lowering/Types", "schemas to types", "Infrastructure", "Reading", "Diagnostics", "OpenApi", "Model", "Lowering/Naming"),
            new("Lowering/Operations", "paths, parameters, bodies and responses", "Infrastructure", "Reading", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Types"),
            new("Lowering", "the steps from the vocabulary to the model", "Infrastructure", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Types", "Lowering/Operations"),
            new("Units", "the files of a client, each with what it needs; 256 buckets that an insertion changes one of", "Infrastructure", "Model"),
            new("Emission", "prints the units; decides nothing", "Infrastructure", "Model", "Units"),
            new("Pipeline", "the steps of the incremental generator",
                "Infrastructure", "Reading", "Diagnostics", "OpenApi", "Model", "Lowering/Naming", "Lowering/Operations", "Lowering", "Units", "Emission"),
            new(FolderGraph.Root, "the generator class", "Diagnostics", "Units", "Emission", "Pipeline"),
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
            new("Generated", "the API that generated code calls", "Client", "Values", "Buffers", "Json", "Parameters", "Http", "Results"),
        ]),
    ];

    public override string ToString() => Project;
}
