using CdeCodegen.Generator.Engine;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace CdeCodegen.Tasks;

/// <summary>A task that runs the engine on the documents of a project.</summary>
public abstract class DocumentTask : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    private protected DocumentTask()
    {
    }

    /// <summary>The documents, with the metadata of their <c>OpenApiReference</c>.</summary>
    [Required]
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>The further files; the metadata <c>CdeCodegenDocument</c> names the documents that may use them.</summary>
    public ITaskItem[] DocumentFiles { get; set; } = [];

    /// <summary>The path of the generator's assembly.</summary>
    [Required]
    public string GeneratorAssembly { get; set; } = "";

    /// <summary>The project's root namespace.</summary>
    public string? RootNamespace { get; set; }

    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        EngineAssembly.Use(GeneratorAssembly);
        try
        {
            Run();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogErrorFromException(exception, showStackTrace: false, showDetail: true, file: null);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>A method of its own: the just-in-time compiler loads the engine for it, which <see cref="Execute"/> has made possible by then.</summary>
    private protected abstract void Run();

    /// <summary>The full paths of the further files that the references of a document may reach.</summary>
    private protected List<string> FilesOf(string document)
    {
        List<string> files = [];
        foreach (ITaskItem file in DocumentFiles)
        {
            if (file.ItemSpec != document && FileOwners.Contain(file.GetMetadata("CdeCodegenDocument"), document))
            {
                files.Add(file.ItemSpec);
            }
        }

        return files;
    }

    private protected ReferenceMetadata ReferenceOf(ITaskItem document) => ReferenceMetadata.Read(
        document.ItemSpec, document.GetMetadata, string.IsNullOrWhiteSpace(RootNamespace) ? null : RootNamespace!.Trim());
}
