using System.IO.Compression;
using System.Runtime.InteropServices;

namespace CdeCodegen.Tests.Shared;

/// <summary>The analyzers of the package, as a build of a user runs them.</summary>
internal static class PackedAnalyzers
{
    /// <summary>The folder of the package that holds the analyzers without native code.</summary>
    public const string IL = "analyzers/";

    /// <summary>The folder of the package that holds the analyzers with native code for this machine.</summary>
    public static string Native { get; } = $"native/{RuntimeInformation.RuntimeIdentifier}/";

    /// <summary>Packs the package with native code for this machine and returns its path.</summary>
    public static string Pack(string folder)
    {
        Command.RunAsync(Repository.PathOf("generator", "CdeCodegen.Package"), "dotnet", "pack", "-c", "Release", "-o", folder, "-v", "q", "-nologo")
            .GetAwaiter().GetResult();
        return Directory.EnumerateFiles(folder, "CdeCodegen.*.nupkg").First(static path => !path.EndsWith(".symbols.nupkg", StringComparison.Ordinal));
    }

    /// <summary>Copies the assemblies of one folder of the package, without the code fixes, and returns the folder of the copies.</summary>
    /// <param name="package">The path of the package.</param>
    /// <param name="source"><see cref="IL"/> or <see cref="Native"/>.</param>
    /// <param name="folder">The folder to create.</param>
    /// <exception cref="InvalidOperationException">The package has no assembly there.</exception>
    public static string Extract(string package, string source, string folder)
    {
        Directory.CreateDirectory(folder);
        using ZipArchive archive = ZipFile.OpenRead(package);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            // Only editors run the fixes.
            if (entry.FullName.StartsWith(source, StringComparison.Ordinal)
                && entry.Name.EndsWith(".dll", StringComparison.Ordinal)
                && entry.Name != "CdeCodegen.CodeFixes.dll")
            {
                entry.ExtractToFile(Path.Combine(folder, entry.Name), overwrite: true);
            }
        }

        return Directory.EnumerateFiles(folder).Any() ? folder : throw new InvalidOperationException($"{package} has no analyzer in {source}");
    }
}
