using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace CdeCodegen.Package.Tests;

/// <summary>The files, dependencies and assembly references of the packages.</summary>
[Collection(nameof(PackedFeed))]
public class ContentTests(PackedFeed feed)
{
    [Fact]
    public void The_generator_package_contains_exactly_these_files()
    {
        Assert.Equal(
            [
                "CdeCodegen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/CdeCodegen.Analyzers.dll",
                "analyzers/dotnet/cs/CdeCodegen.CodeFixes.dll",
                "analyzers/dotnet/cs/CdeCodegen.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/CdeCodegen.props",
                "build/CdeCodegen.targets",
                "buildTransitive/CdeCodegen.props",
                "buildTransitive/CdeCodegen.targets",
                "spec/cde.openapi.yaml",
            ],
            Files("CdeCodegen"));
    }

    [Theory]
    [InlineData("CdeCodegen.Runtime")]
    [InlineData("CdeCodegen.Runtime.OAuth")]
    public void A_runtime_package_contains_exactly_these_files(string id)
    {
        Assert.Equal(
            [
                $"{id}.nuspec",
                "README.md",
                $"lib/net10.0/{id}.dll",
                $"lib/net10.0/{id}.xml",
                $"lib/net8.0/{id}.dll",
                $"lib/net8.0/{id}.xml",
            ],
            Files(id));
    }

    [Fact]
    public void The_generator_package_depends_on_the_runtime_of_the_same_major_version()
    {
        using ZipArchive package = feed.Open("CdeCodegen");
        using Stream stream = package.GetEntry("CdeCodegen.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        XElement dependency = Assert.Single(metadata.Descendants(), e => e.Name.LocalName == "dependency");

        Assert.Equal("CdeCodegen.Runtime", dependency.Attribute("id")!.Value);
        Assert.Equal($"[{PackedFeed.Version}, 1.0.0)", dependency.Attribute("version")!.Value);
        Assert.DoesNotContain(metadata.Elements(), e => e.Name.LocalName == "developmentDependency");
    }

    /// <summary>An older host cannot load newer assemblies, and only Visual Studio would show the failure, not the command line.</summary>
    [Fact]
    public void Analyzer_assemblies_reference_only_what_the_oldest_host_has()
    {
        Dictionary<string, Version[]> allowed = new()
        {
            ["netstandard"] = [new(2, 0, 0, 0)],
            ["Microsoft.CodeAnalysis"] = [new(4, 8, 0, 0)],
            ["Microsoft.CodeAnalysis.CSharp"] = [new(4, 8, 0, 0)],
            ["Microsoft.CodeAnalysis.Workspaces"] = [new(4, 8, 0, 0)],
            ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = [new(4, 8, 0, 0)],
            ["System.Collections.Immutable"] = [new(7, 0, 0, 0)],
            ["System.Composition.AttributedModel"] = [new(7, 0, 0, 0), new(8, 0, 0, 0)],
            ["YamlDotNet"] = [new(16, 0, 0, 0)],
            ["CdeCodegen.Analyzers"] = [new(0, 1, 0, 0)],
        };
        using ZipArchive package = feed.Open("CdeCodegen");
        foreach (ZipArchiveEntry entry in package.Entries.Where(e => e.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            foreach ((string name, Version version) in References(entry))
            {
                Assert.True(
                    allowed.TryGetValue(name, out Version[]? versions) && versions.Contains(version),
                    $"{entry.Name} references {name} {version}");
                Assert.False(
                    name.Contains("Workspaces") && entry.Name != "CdeCodegen.CodeFixes.dll",
                    $"{entry.Name} references {name}, which the command-line compiler does not have");
            }
        }
    }

    private string[] Files(string id)
    {
        using ZipArchive package = feed.Open(id);
        return package.Entries.Select(e => e.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private static IEnumerable<(string Name, Version Version)> References(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(memory);
        }

        memory.Position = 0;
        using var file = new PEReader(memory);
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(r => (reader.GetString(r.Name), r.Version))];
    }
}
