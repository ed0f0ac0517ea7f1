namespace CdeCodegen.Tests.Shared;

/// <summary>A new folder that is deleted with all that is in it.</summary>
/// <param name="prefix">The start of the folder's name.</param>
internal sealed class TemporaryFolder(string prefix) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory(prefix).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
