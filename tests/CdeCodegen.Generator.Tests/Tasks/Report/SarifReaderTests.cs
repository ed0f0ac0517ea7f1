using CdeCodegen.Tasks.Report.Log;

namespace CdeCodegen.Generator.Tests.Tasks.Report;

/// <summary>What the report understands of the compiler's log. The package tests read a log that the compiler wrote.</summary>
public class SarifReaderTests
{
    private const string Properties = """
        "properties": { "customProperties": { "result": "Acme.GetPetResult", "handled": "200,404", "catchAll": "401", "throws": "", "unhandled": "403", "required": "403,404", "discarded": "false", "switch": "7" } }
        """;

    [Fact]
    public void A_call_is_read_from_version_2_1()
    {
        LoggedCall call = Assert.Single(Read(Result("CDE1090", 12, Properties)).Calls);

        Assert.Equal(("/src/a b/Pets.cs", 12, 5, "Acme.GetPetResult"), (call.Path, call.Line, call.Column, call.Result));
        Assert.Equal(["200", "404"], call.Handled.Order());
        Assert.Equal(["401"], call.CatchAll);
        Assert.Equal(["403"], call.Unhandled);
        Assert.Equal(["403", "404"], call.Required.Order());
        Assert.Equal([7], call.Switches);
        Assert.False(call.IsDiscarded);
        Assert.False(call.IsSuppressed);
    }

    /// <summary>The format of a user's own <c>ErrorLog</c> without a version.</summary>
    [Fact]
    public void A_call_is_read_from_version_1()
    {
        string text = $$"""
            { "version": "1.0.0", "runs": [ { "results": [
              { "ruleId": "CDE1090", "level": "note", "message": "", "locations": [ { "resultFile": { "uri": "file:///src/a%20b/Pets.cs", "region": { "startLine": 12, "startColumn": 5 } } } ], {{Properties}} },
              { "ruleId": "CDE1002", "suppressionStates": [ "suppressedInSource" ], "locations": [ { "resultFile": { "uri": "file:///src/a%20b/Pets.cs", "region": { "startLine": 12, "startColumn": 5 } } } ] }
            ] } ] }
            """;

        LoggedCall call = Assert.Single(SarifReader.Read(text, CancellationToken.None)!.Calls);

        Assert.Equal(("/src/a b/Pets.cs", 12, 5), (call.Path, call.Line, call.Column));
        Assert.Equal(["403"], call.Unhandled);
        Assert.True(call.IsSuppressed);
    }

    /// <summary>The items of a collection have an entry of their own at the call. The worst thing that happens to a status counts.</summary>
    [Fact]
    public void Entries_of_one_call_are_one_call()
    {
        LoggedCall call = Assert.Single(Read(
            Result("CDE1090", 12, Properties),
            Result("CDE1090", 12, Properties.Replace("\"unhandled\": \"403\"", "\"unhandled\": \"404\""))).Calls);

        Assert.Equal(["403", "404"], call.Unhandled.Order());
        Assert.Equal(["200"], call.Handled);
    }

    [Theory]
    [InlineData("CDE1002", 12, true)]
    [InlineData("CDE1010", 7, true)]
    [InlineData("CDE1010", 12, false)]
    [InlineData("CDE1002", 13, false)]
    [InlineData("CS8509", 12, false)]
    public void A_call_is_suppressed_by_its_rules(string id, int line, bool expected)
    {
        LoggedCall call = Assert.Single(Read(Result("CDE1090", 12, Properties), Result(id, line, "\"suppressions\": [ { \"kind\": \"inSource\" } ]")).Calls);

        Assert.Equal(expected, call.IsSuppressed);
    }

    [Fact]
    public void Calls_are_ordered_by_place()
    {
        Assert.Equal([3, 20, 100], Read(Result("CDE1090", 100, Properties), Result("CDE1090", 3, Properties), Result("CDE1090", 20, Properties)).Calls.Select(call => call.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{ \"runs\": 1 }")]
    [InlineData("not a log")]
    public void Another_text_is_no_log(string text) => Assert.Null(SarifReader.Read(text, CancellationToken.None));

    [Theory]
    [InlineData("{ \"runs\": [ { \"results\": [ { \"ruleId\": \"CDE1090\" }, 5, null, { \"locations\": [] } ] } ] }")]
    [InlineData("{ \"runs\": [ {}, { \"results\": [ { \"ruleId\": \"CDE1090\", \"locations\": [ {} ], \"properties\": {} } ] } ] }")]
    public void An_incomplete_entry_is_ignored(string text) => Assert.Empty(SarifReader.Read(text, CancellationToken.None)!.Calls);

    private static CompilerLog Read(params string[] results) =>
        SarifReader.Read($$"""{ "version": "2.1.0", "runs": [ { "results": [ {{string.Join(",", results)}} ] } ] }""", CancellationToken.None)!;

    private static string Result(string id, int line, string more) => $$"""
        { "ruleId": "{{id}}", "level": "note", "message": { "text": "" },
          "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "file:///src/a%20b/Pets.cs" }, "region": { "startLine": {{line}}, "startColumn": 5 } } } ],
          {{more}} }
        """;
}
