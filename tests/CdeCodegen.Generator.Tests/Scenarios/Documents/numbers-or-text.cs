using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using CdeCodegen.Runtime;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);

        // Text and numbers are read alike.
        foreach (string json in new[]
        {
            """{"count":"5","rank":"-9007199254740993","exact":"1.10","peak":"NaN","optional":"1e2","levels":["1",2],"byDay":{"a":"0.5","b":1},"untyped":"7","alternative":"8","either":"auto","day":"2026-01-02"}""",
            """{"count":5,"rank":null,"exact":1.10,"peak":-1.5,"levels":[],"byDay":{},"untyped":7,"alternative":null,"either":3,"day":4}""",
        })
        {
            server.Answer(json);
            GetReadingResult result = await client.Readings[3].GetAsync(c =>
            {
                c.QueryParameters.After = 4L;
                c.QueryParameters.XLimit = 10;
            });
            Reading reading = result.EnsureSuccess();
            int count = reading.Count;
            long? rank = reading.Rank;
            decimal exact = reading.Exact;
            double peak = reading.Peak;
            double? optional = reading.Optional;
            IReadOnlyList<int> levels = reading.Levels;
            IReadOnlyDictionary<string, double> byDay = reading.ByDay;
            int untyped = reading.Untyped;
            int? alternative = reading.Alternative;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {rank} {exact} {peak} {optional} [{string.Join(',', levels)}] {string.Join(',', byDay.Values.Select(v => v.ToString(CultureInfo.InvariantCulture)))} {untyped} {alternative}"));
            output.WriteLine($"{reading.Either.GetType().Name} {reading.Day.GetType().Name}");
            output.WriteLine($"{server.Request} X-Limit: {server.Headers["X-Limit"]}");

            // Numbers are sent as numbers; those that JSON has no number for as text.
            await client.Readings[3].PutAsync(reading);
            output.WriteLine(server.Request);
        }
        // prints: 5 -9007199254740993 1.10 NaN 100 [1,2] 0.5,1 7 8
        // prints: String String
        // prints: GET /readings/3?after=4 X-Limit: 10
        // prints: PUT /readings/3 application/json {"count":5,"rank":-9007199254740993,"exact":1.10,"peak":"NaN","optional":100,"levels":[1,2],"byDay":{"a":0.5,"b":1},"untyped":7,"alternative":8,"either":"auto","day":"2026-01-02"}
        // prints: 5  1.10 -1.5  []  7 
        // prints: Integer Integer
        // prints: GET /readings/3?after=4 X-Limit: 10
        // prints: PUT /readings/3 application/json {"count":5,"rank":null,"exact":1.10,"peak":-1.5,"levels":[],"byDay":{},"untyped":7,"alternative":null,"either":3,"day":4}

        await client.Readings[3].PostAsync(new Form { Count = 3 });
        output.WriteLine(server.Request);
        // prints: POST /readings/3 application/x-www-form-urlencoded count=3

        server.Answer("\"12\"");
        output.WriteLine((await client.Level.GetAsync()).EnsureSuccess() + 1);
        // prints: 13

        // A number that may be null is described twice in a document of OpenAPI 3.0.
        foreach (string text in new[] { "\"12\"", "12", "null" })
        {
            server.Answer(text);
            int? maybe = (await client.Maybe.GetAsync()).EnsureSuccess();
            output.WriteLine($"[{maybe}]");
        }
        // prints: [12]
        // prints: [12]
        // prints: []

        foreach (string text in new[] { "\"1.5\"", "\"\"", "\" 1\"", "\"99999999999\"", "\"x\"", "\"1 \"", "\"1,2\"", "true" })
        {
            server.Answer(text);
            try
            {
                await client.Level.GetAsync();
            }
            catch (ResponseFormatException e)
            {
                output.WriteLine(e.JsonPath);
            }
        }
        // prints: $
        // prints: $
        // prints: $
        // prints: $
        // prints: $
        // prints: $
        // prints: $
        // prints: $

        // The text has the exact value or none.
        server.Answer("\"7.0\"");
        output.WriteLine((await client.Level.GetAsync()).EnsureSuccess());
        // prints: 7

        server.Answer("""{"count":1,"rank":1,"exact":"0.123456789012345678901234567890123456","peak":1,"levels":[],"byDay":{},"untyped":1,"alternative":1,"either":1,"day":1}""");
        try
        {
            await client.Readings[3].GetAsync();
        }
        catch (ResponseFormatException e)
        {
            output.WriteLine(e.JsonPath);
        }
        // prints: $.exact
    }
}
