using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Tasks;
using CdeCodegen.Tasks.Documents;

namespace CdeCodegen.Generator.Tests.Tasks;

/// <summary>What the build task reads and writes. The package tests run the task itself.</summary>
public sealed class TaskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdecodegen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("12", 1200)]
    [InlineData("12.0", 1200)]
    [InlineData("7.3", 703)]
    [InlineData("", 1400)]
    [InlineData("default", 1400)]
    [InlineData("Latest", 1400)]
    [InlineData("latestMajor", 1400)]
    [InlineData("preview", LanguageVersions.Preview)]
    [InlineData("ISO-2", 2)]
    [InlineData("nonsense", 1400)]
    public void LangVersion_means_what_it_means_to_the_compiler(string text, int expected) =>
        Assert.Equal(expected, LanguageVersions.Parse(text, "14.0"));

    [Theory]
    [InlineData("roslyn4.8", "4.8")]
    [InlineData("roslyn5.9", "5.9")]
    [InlineData("", "4.8")]
    public void The_version_of_the_compiler_comes_from_its_property(string property, string expected) =>
        Assert.Equal(Version.Parse(expected), LanguageVersions.Compiler(property));

    [Fact]
    public void An_unchanged_file_keeps_its_time_and_files_that_are_gone_are_removed()
    {
        string kept = Path.Combine(_folder, "A.g.cs");
        string gone = Path.Combine(_folder, "B.g.cs");
        string other = Path.Combine(_folder, "1.stamp");
        File.WriteAllText(kept, "class A;");
        File.WriteAllText(gone, "class B;");
        File.WriteAllText(other, "");
        DateTime then = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(kept, then);

        var output = new OutputFolder(_folder);
        output.Write("A.g.cs", "class A;");
        output.Write("C.g.cs", "class C;");
        output.RemoveOthers();

        Assert.Equal(then, File.GetLastWriteTimeUtc(kept));
        Assert.Equal(["1.stamp", "A.g.cs", "C.g.cs"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_are_too_long_for_Windows_are_shortened_and_stay_different()
    {
        string name = string.Concat(Enumerable.Repeat("AnOperationWithAVeryLongName.", 12));

        var output = new OutputFolder(_folder);
        output.Write(name + "1.g.cs", "1");
        output.Write(name + "2.g.cs", "2");
        output.RemoveOthers();

        string[] files = Directory.GetFiles(_folder);
        Assert.Equal(2, files.Length);
        Assert.All(files, static file => Assert.True(file.Length <= 250 && file.EndsWith(".g.cs", StringComparison.Ordinal), file));
    }

    [Fact]
    public void Diagnostics_survive_the_file()
    {
        ReportedDiagnostic[] diagnostics =
        [
            new(true, "CDE0002", "https://example/CDE0002", "C:\\a b;c\\api\t.yaml", 3, 14, 3, 15, "100 % wrong:\r\n\ttwo lines {0}"),
            new(false, "CDE0004", "", "/a/ü.json", 1, 1, 1, 1, ""),
        ];

        Assert.Equal(diagnostics, ReportedDiagnostic.Read(ReportedDiagnostic.Write(diagnostics)));
        Assert.Empty(ReportedDiagnostic.Read(""));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a' }, "a")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "a")]
    [InlineData(new byte[] { 0xC3, 0xBC }, "ü")]
    [InlineData(new byte[] { 0xFC }, "ü")]
    public void Documents_are_decoded_as_the_compiler_decodes_them(byte[] bytes, string expected)
    {
        string path = Path.Combine(_folder, "api.yaml");
        File.WriteAllBytes(path, bytes);

        Assert.Equal(expected, DocumentText.Read(path));
        Assert.Null(DocumentText.Read(Path.Combine(_folder, "gone.yaml")));
    }

    [Fact]
    public void The_position_of_a_diagnostic_counts_from_one()
    {
        var info = DiagnosticInfo.ForFile(Descriptors.InvalidOption, "api.yaml", "ClassName", "1st", "it is not a C# identifier");

        var reported = ReportedDiagnostic.From(info, isError: true, pages: "");

        Assert.Equal((1, 1, 1, 1), (reported.Line, reported.Column, reported.EndLine, reported.EndColumn));
        Assert.Equal(DiagnosticPages.AddressOf("CDE0010"), reported.HelpLink);
    }
}
