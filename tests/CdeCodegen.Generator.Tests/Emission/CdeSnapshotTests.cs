using System.Reflection;
using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>The code that is generated from the document of the CDE API for <c>connector_restore_from_bin</c>, as a reader sees it.</summary>
public class CdeSnapshotTests
{
    private const string Consumer = """
        #pragma warning disable CS1591
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Productsup.Cde;

        public static class Consumer
        {
            public static async Task<string> Restore(HttpClient http, Guid id) => await new CdeClient(http).Connectors[id].RestoreFromBin.PatchAsync() switch
            {
                ConnectorRestoreFromBinResult.Ok ok => $"{ok.StatusCode} {ok.Body.Message} {ok.Body.Data.Name}",
                ConnectorRestoreFromBinResult.Unauthorized e => $"{e.StatusCode} {e.Body.Message}",
                ConnectorRestoreFromBinResult.Forbidden e => $"{e.StatusCode} {e.Body.Message}",
                ConnectorRestoreFromBinResult.NotFound e => $"{e.StatusCode} {e.Body.Message}",
                _ => "?",
            };
        }
        """;

    [Fact]
    public async Task The_code_of_restore_from_bin_is_readable_compiles_and_works()
    {
        var document = TestDocument.FromFile(
            Repository.CdeDocument, ("Namespace", "Productsup.Cde"), ("ClassName", "CdeClient"), ("IncludePaths", "/connectors/*/restore-from-bin"));
        var run = GeneratorRun.Of([document], Consumer);
        MethodInfo restore = run.Load().GetType("Consumer", throwOnError: true)!.GetMethod("Restore")!;
        foreach ((int status, string expected) in ((int, string)[])
        [
            (200, "200 Connector has been restored from bin. Name"),
            (401, "401 You have to be authorized to access this resource."),
            (403, "403 Access denied for user."),
            (404, "404 Connector not found."),
        ])
        {
            var server = new StubHandler(status, Repository.Example($"connector_restore_from_bin.{status}"));
            Assert.Equal(expected, await (Task<string>)restore.Invoke(null, [server.Client(), Guid.Empty])!);
            Assert.Equal("PATCH", server.Method);
            Assert.EndsWith("/connectors/00000000-0000-0000-0000-000000000000/restore-from-bin", server.Url);
        }

        string[] files = [".CdeClient.g.cs", ".RequestBuilders.Connectors.g.cs", ".Results.Connectors.g.cs", ".Models.ConnectorEnvelope.g.cs", ".Models.Connector.g.cs", ".Models.Error.g.cs"];
        Snapshot.Match(files.Select(file => (file[1..^".g.cs".Length], run.Text(file))));
    }
}
