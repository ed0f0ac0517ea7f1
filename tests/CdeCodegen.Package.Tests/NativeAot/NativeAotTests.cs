using System.Runtime.InteropServices;
using CdeCodegen.Samples;

namespace CdeCodegen.Package.Tests.NativeAot;

/// <summary>The program of the README, compiled ahead of time.</summary>
[Collection(nameof(PackedFeed))]
public class NativeAotTests(PackedFeed feed)
{
    /// <summary>Models that the serializer context does not list, because only other models mention them, keep their members.</summary>
    [NativeAotFact]
    public async Task A_native_minimal_api_writes_and_reads_models()
    {
        string rid = RuntimeInformation.RuntimeIdentifier;
        string project = EmittedFilesTests.NewSerializer(feed, "native-serialized");
        await Command.RunAsync(
            project, "dotnet", "publish", "-c", "Release", "-r", rid, "--nologo", "-v", "quiet", $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}");

        string output = await Command.RunAsync(project, Path.Combine(project, "bin", "Release", "net10.0", rid, "publish", "serialized"));

        Assert.Equal(EmittedFilesTests.SameModels, output.ReplaceLineEndings("\n"));
    }

    /// <summary>The build treats trimming and AOT warnings as errors, so nothing in the client or its dependencies needs reflection or run-time code.</summary>
    [NativeAotFact]
    public async Task A_native_program_restores_a_connector()
    {
        string rid = RuntimeInformation.RuntimeIdentifier;
        string project = feed.NewProject(
            "native",
            ("restore.csproj", PackedFeed.Consumer("restore.csproj").Replace("<Nullable>", "<PublishAot>true</PublishAot><Nullable>")),
            ("Program.cs", PackedFeed.Consumer("restore.cs")));
        await Command.RunAsync(
            project, "dotnet", "publish", "-c", "Release", "-r", rid, "--nologo", "-v", "quiet", $"-p:CppCompilerAndLinker={NativeAotFactAttribute.Linker}");
        await using CdeServer server = await CdeServer.StartAsync();
        string program = Path.Combine(project, "bin", "Release", "net10.0", rid, "publish", "restore");

        string url = server.BaseAddress.ToString();
        string restored = await Command.RunAsync(project, program, url, CdeSeed.BinnedConnector.ToString(), CdeSeed.Owner.Token);
        string refused = await Command.RunAsync(project, program, url, CdeSeed.BinnedConnectorOfStranger.ToString(), CdeSeed.Owner.Token);

        Assert.StartsWith("200: Connector has been restored from bin. ", restored);
        Assert.Equal("403: Access denied for user.", refused.Trim());
        Assert.False(File.Exists(program + ".dll"), "A native program has no managed assembly.");
    }
}
