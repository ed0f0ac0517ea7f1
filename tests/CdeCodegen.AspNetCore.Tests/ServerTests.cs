using CdeCodegen.Runtime;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.AspNetCore.Tests;

/// <summary>
/// An ordinary ASP.NET Core server, and the client of each document that the libraries for ASP.NET Core write of it. A program of <c>Programs/</c> calls
/// the server through the client and must print what its comments <c>// prints: …</c> say, whichever document the client is from.
/// </summary>
public sealed class ServerTests(ClientFixture fixture) : IClassFixture<ClientFixture>
{
    public static TheoryData<string> Documents => [.. ClientFixture.Documents.Keys];

    public static TheoryData<string, string> Programs
    {
        get
        {
            var programs = new TheoryData<string, string>();
            foreach (string document in ClientFixture.Documents.Keys)
            {
                foreach (string program in ClientFixture.Programs)
                {
                    programs.Add(document, program);
                }
            }

            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Every_call_does_what_the_program_expects(string document, string program)
    {
        ClientFixture.Client client = await fixture.ClientAsync(document);
        using var http = new HttpClient();
        var output = new StringWriter { NewLine = "\n" };
        var options = new ApiClientOptions { HttpClient = http, BaseUrl = fixture.Address };
        object api = Activator.CreateInstance(client.Assembly.GetType("Acme.AcmeClient")!, options)!;

        await (Task)client.Assembly.GetType(program, throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, [api, http, fixture.Address, output])!;

        Assert.Equal(string.Join('\n', client.Expected[program]), output.ToString().TrimEnd('\n'));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Only_mistakes_of_the_document_are_reported(string document)
    {
        // NSwag drops the segment of a catch-all parameter from its path, and keeps the parameter.
        string[] expected = document == "NSwag" ? ["CDE0011"] : [];
        ClientFixture.Client client = await fixture.ClientAsync(document);
        IEnumerable<Diagnostic> reported = client.Diagnostics.Where(static diagnostic => diagnostic.DefaultSeverity > DiagnosticSeverity.Info);
        Assert.Equal(expected, reported.Select(static diagnostic => diagnostic.Id));
    }
}
