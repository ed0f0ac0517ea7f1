using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CdeCodegen.Package.Tests;

/// <summary>The files, dependencies and assembly references of the packages.</summary>
[Collection(nameof(PackedFeed))]
public partial class ContentTests(PackedFeed feed)
{
    /// <summary>Pages that the documentation links to.</summary>
    private static readonly string[] s_readmes = ["runtime/CdeCodegen.Runtime.OAuth/README.md", "runtime/CdeCodegen.Runtime.Testing/README.md"];

    [Fact]
    public void The_generator_package_contains_exactly_these_files()
    {
        Assert.Equal(
            [
                "CHANGELOG.md",
                "CdeCodegen.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/CdeCodegen.Analyzers.dll",
                "analyzers/dotnet/cs/CdeCodegen.Analyzers.pdb",
                "analyzers/dotnet/cs/CdeCodegen.CodeFixes.dll",
                "analyzers/dotnet/cs/CdeCodegen.CodeFixes.pdb",
                "analyzers/dotnet/cs/CdeCodegen.Generator.dll",
                "analyzers/dotnet/cs/CdeCodegen.Generator.pdb",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/CdeCodegen.props",
                "build/CdeCodegen.targets",
                "buildMultiTargeting/CdeCodegen.targets",
                "buildTransitive/CdeCodegen.props",
                "buildTransitive/CdeCodegen.targets",
                "icon.png",
                "sbom.cdx.json",
                "spec/cde.openapi.yaml",
                "tasks/netstandard2.0/CdeCodegen.Tasks.dll",
                "tasks/netstandard2.0/CdeCodegen.Tasks.pdb",
            ],
            Files("CdeCodegen").Where(static file => !IsDocumentation(file) && !IsNative(file)));
    }

    /// <summary>Packing compiles the analyzers to native code for the machine, so that a compiler starts faster.</summary>
    [Fact]
    public void The_generator_package_contains_native_code_for_the_machine_that_packed_it()
    {
        string[] files = [.. Files("CdeCodegen").Where(IsNative)];
        string folder = Path.GetDirectoryName(files[0])!;

        Assert.Equal(
            new[] { "CdeCodegen.Analyzers.dll", "CdeCodegen.CodeFixes.dll", "CdeCodegen.Generator.dll", "YamlDotNet.dll" }.Select(file => $"{folder}/{file}"),
            files);
        using ZipArchive package = feed.Open("CdeCodegen");
        foreach (string name in new[] { "CdeCodegen.Analyzers.dll", "CdeCodegen.Generator.dll" })
        {
            using var native = new PEReader(new MemoryStream(PackedFeed.Read(package.GetEntry($"{folder}/{name}")!)));
            using var managed = new PEReader(new MemoryStream(PackedFeed.Read(package.GetEntry($"analyzers/dotnet/cs/{name}")!)));

            Assert.NotEqual(0, native.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.Equal(0, managed.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        }
    }

    /// <summary>The documentation travels with the package, because a repository may not be public. Its links lead to files of the package.</summary>
    [Fact]
    public void The_generator_package_contains_the_documentation()
    {
        string[] files = Files("CdeCodegen");
        IEnumerable<string> pages = Directory.GetFiles(Repository.PathOf("generator", "docs"), "*.md").Select(static file => "generator/docs/" + Path.GetFileName(file))
            .Concat(Directory.GetFiles(Repository.PathOf("docs")).Select(static file => "docs/" + Path.GetFileName(file)));

        Assert.Equal(pages.Concat(s_readmes).Order(StringComparer.Ordinal), files.Where(IsDocumentation).Order(StringComparer.Ordinal));
        using ZipArchive package = feed.Open("CdeCodegen");
        foreach (string page in files.Where(static file => file.EndsWith(".md", StringComparison.Ordinal)))
        {
            string text = System.Text.Encoding.UTF8.GetString(PackedFeed.Read(package.GetEntry(page)!));
            foreach (Match link in LinkPattern().Matches(text))
            {
                string target = Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(page)!, link.Groups[1].Value))).Replace('\\', '/');
                Assert.True(files.Contains(target), $"{page} links to {link.Groups[1].Value}");
            }
        }
    }

    [Theory]
    [InlineData("CdeCodegen.Runtime")]
    [InlineData("CdeCodegen.Runtime.OAuth")]
    [InlineData("CdeCodegen.Runtime.Testing")]
    public void A_runtime_package_contains_exactly_these_files(string id)
    {
        Assert.Equal(
            [
                $"{id}.nuspec",
                "README.md",
                "icon.png",
                $"lib/net10.0/{id}.dll",
                $"lib/net10.0/{id}.xml",
                $"lib/net8.0/{id}.dll",
                $"lib/net8.0/{id}.xml",
                "sbom.cdx.json",
            ],
            Files(id));
    }

    [Theory]
    [InlineData("CdeCodegen", "analyzers/dotnet/cs/CdeCodegen.Generator")]
    [InlineData("CdeCodegen.Runtime", "lib/net10.0/CdeCodegen.Runtime")]
    [InlineData("CdeCodegen.Runtime.OAuth", "lib/net10.0/CdeCodegen.Runtime.OAuth")]
    [InlineData("CdeCodegen.Runtime.Testing", "lib/net10.0/CdeCodegen.Runtime.Testing")]
    public void The_symbol_package_contains_the_symbols_of_the_assemblies(string id, string assembly)
    {
        using ZipArchive package = feed.Open(id);
        using ZipArchive symbols = feed.OpenSymbols(id);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(
            new MemoryStream(PackedFeed.Read(symbols.GetEntry(assembly + ".pdb")!)));
        MetadataReader reader = provider.GetMetadataReader();
        using var file = new PEReader(new MemoryStream(PackedFeed.Read(package.GetEntry(assembly + ".dll")!)));

        CodeViewDebugDirectoryData codeView = file.ReadCodeViewDebugDirectoryData(
            file.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.CodeView));
        IEnumerable<string> paths = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name));

        Assert.Equal(codeView.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Assert.All(paths, static path => Assert.StartsWith("/_/", path));
    }

    /// <summary>Gallery, feed and tools read these from the package.</summary>
    [Theory]
    [InlineData("CdeCodegen")]
    [InlineData("CdeCodegen.Runtime")]
    [InlineData("CdeCodegen.Runtime.OAuth")]
    [InlineData("CdeCodegen.Runtime.Testing")]
    public void A_package_describes_itself(string id)
    {
        XElement metadata = Metadata(id);
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.False(string.IsNullOrEmpty(Value("description")));
        Assert.StartsWith("## [0.1.0]", Value("releaseNotes"));
        Assert.DoesNotContain("\n## ", Value("releaseNotes"));
    }

    [Theory]
    [InlineData("CdeCodegen", new[] { "YamlDotNet" })]
    [InlineData("CdeCodegen.Runtime", new[] { "Microsoft.Kiota.Abstractions", "Microsoft.Kiota.Http.HttpClientLibrary", "Std.UriTemplate" })]
    [InlineData("CdeCodegen.Runtime.OAuth", new[] { "Duende.IdentityModel", "Microsoft.Kiota.Abstractions", "Std.UriTemplate" })]
    public void The_bill_of_materials_lists_what_a_package_brings(string id, string[] components)
    {
        using ZipArchive package = feed.Open(id);
        using var bill = JsonDocument.Parse(PackedFeed.Read(package.GetEntry("sbom.cdx.json")!));
        string?[] listed = [.. bill.RootElement.GetProperty("components").EnumerateArray().Select(static c => c.GetProperty("name").GetString())];

        Assert.Equal(id, bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString());
        Assert.Empty(components.Except(listed));
        Assert.DoesNotContain("Microsoft.CodeAnalysis.CSharp", listed);
    }

    [Fact]
    public void The_generator_package_depends_on_the_runtime_of_the_same_major_version()
    {
        XElement metadata = Metadata("CdeCodegen");
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
            ["CdeCodegen.Generator"] = [new(0, 1, 0, 0)],
            ["Microsoft.Build.Framework"] = [new(15, 1, 0, 0)],
            ["Microsoft.Build.Utilities.Core"] = [new(15, 1, 0, 0)],
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
                    name.Contains("Microsoft.Build") && entry.Name != "CdeCodegen.Tasks.dll",
                    $"{entry.Name} references {name}, which the compiler does not have");
                Assert.False(
                    name.Contains("Workspaces") && entry.Name != "CdeCodegen.CodeFixes.dll",
                    $"{entry.Name} references {name}, which the command-line compiler does not have");
            }
        }
    }

    private XElement Metadata(string id)
    {
        using ZipArchive package = feed.Open(id);
        using Stream stream = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
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
        using var file = new PEReader(new MemoryStream(PackedFeed.Read(entry)));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(r => (reader.GetString(r.Name), r.Version))];
    }

    private static bool IsNative(string file) => file.StartsWith("native/", StringComparison.Ordinal);

    private static bool IsDocumentation(string file) =>
        file.StartsWith("docs/", StringComparison.Ordinal) || file.StartsWith("generator/docs/", StringComparison.Ordinal) || s_readmes.Contains(file);

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")]
    private static partial Regex LinkPattern();
}
