using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;
using CdeCodegen.Package.Tests.NativeAot;
using CdeCodegen.Samples;

namespace CdeCodegen.Package.Tests.RestoreService;

/// <summary><c>samples/RestoreApi</c> as a project outside the repository that references the packages, running against the embedded CDE server.</summary>
[Collection(nameof(PackedFeed))]
public class ServiceTests(PackedFeed feed)
{
    [Fact]
    public async Task The_service_gives_each_case_its_own_answer()
    {
        string project = NewService("service");
        await Command.RunAsync(project, "dotnet", "build", "--nologo", "-v", "quiet");

        await AssertAnswersAsync("dotnet", Path.Combine(project, "bin", "Debug", "net10.0", "RestoreApi.dll"));
    }

    /// <summary>The build treats trimming and AOT warnings as errors.</summary>
    [NativeAotFact(isLong: true)]
    public async Task A_native_service_gives_each_case_its_own_answer()
    {
        string rid = RuntimeInformation.RuntimeIdentifier;
        string project = NewService("native-service");
        await Command.RunAsync(
            project, "dotnet", "publish", "-c", "Release", "-r", rid, "--nologo", "-v", "quiet", $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}");
        string folder = Path.Combine(project, "bin", "Release", "net10.0", rid, "publish");

        await AssertAnswersAsync(Path.Combine(folder, "RestoreApi"));

        Assert.Empty(Directory.GetFiles(folder, "*.dll"));
    }

    private static async Task AssertAnswersAsync(params string[] program)
    {
        int issued = 0;
        await using CdeServer cde = await CdeServer.StartAsync();
        await using StubServer tokens = await StubServer.StartAsync(
            context => StubServer.WriteAsync(context, 200, Token(Interlocked.Increment(ref issued) == 1 ? "revoked" : CdeSeed.Owner.Token)));
        await using ServiceProcess service = await ServiceProcess.StartAsync(program, cde.BaseAddress, new Uri(tokens.BaseAddress, "token"));

        // The first token is refused. The service gets another one but does not repeat the restore.
        Assert.Equal((502, "tag:restore-api.example,2026:credentials-refused"), await RestoreAsync(CdeSeed.BinnedConnector));
        Assert.Equal((200, "Name"), await RestoreAsync(CdeSeed.BinnedConnector));
        Assert.Equal((404, "tag:restore-api.example,2026:not-in-bin"), await RestoreAsync(CdeSeed.UnknownConnector));
        Assert.Equal((403, "tag:restore-api.example,2026:not-ours"), await RestoreAsync(CdeSeed.BinnedConnectorOfStranger));
        Assert.Equal(200, (int)(await service.Caller.GetAsync($"connectors/{CdeSeed.BinnedConnector}")).StatusCode);

        service.Caller.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(401, (int)(await service.Caller.GetAsync($"connectors/{CdeSeed.BinnedConnector}")).StatusCode);

        // The console exporter writes in batches.
        for (int i = 0; i < 100 && !service.Console.Contains("connector_show"); i++)
        {
            await Task.Delay(200);
        }

        Assert.Contains("connector_restore_from_bin", service.Console);
        Assert.Contains("cdecodegen.case: NotFound", service.Console);
        Assert.DoesNotContain(CdeSeed.Owner.Token, service.Console);
        Assert.DoesNotContain("secret-of-the-service", service.Console);

        static string Token(string text) => $$"""{"access_token":"{{text}}","token_type":"Bearer","expires_in":3600}""";

        async Task<(int Status, string? Text)> RestoreAsync(Guid id)
        {
            using HttpResponseMessage response = await service.Caller.PostAsync($"connectors/{id}/restore", null);
            JsonElement body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            return ((int)response.StatusCode, body.GetProperty(response.IsSuccessStatusCode ? "name" : "type").GetString());
        }
    }

    /// <summary>Copies the sample, with packages in place of what the repository provides.</summary>
    private string NewService(string name)
    {
        List<(string, string)> files = [];
        foreach (string file in Directory.GetFiles(Repository.PathOf("samples", "RestoreApi")).Where(static file => Path.GetExtension(file) is ".cs" or ".json"))
        {
            files.Add((Path.GetFileName(file), File.ReadAllText(file)));
        }

        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(static e => e.Attribute("Include")!.Value, static e => e.Attribute("Version")!.Value);
        var project = XDocument.Load(Repository.PathOf("samples", "RestoreApi", "RestoreApi.csproj"));
        foreach (XElement reference in project.Descendants("PackageReference"))
        {
            reference.SetAttributeValue("Version", versions[reference.Attribute("Include")!.Value]);
        }

        foreach (XElement reference in project.Descendants("ProjectReference").ToList())
        {
            reference.ReplaceWith(Package(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)));
        }

        project.Root!.Add(new XElement("ItemGroup", Package("CdeCodegen")));
        project.Root.Element("PropertyGroup")!.Add(
            new XElement("ImplicitUsings", "enable"), new XElement("Nullable", "enable"), new XElement("TreatWarningsAsErrors", "true"));
        return feed.NewProject(name, [("RestoreApi.csproj", project.ToString()), .. files]);

        static XElement Package(string id) => new("PackageReference", new XAttribute("Include", id), new XAttribute("Version", PackedFeed.Version));
    }
}
