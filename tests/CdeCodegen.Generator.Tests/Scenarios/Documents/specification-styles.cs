using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Acme;
using Acme.Models;
using CdeCodegen.Generator.Tests.Scenarios;
using Microsoft.Kiota.Abstractions;

public static class Scenario
{
    public static async Task RunAsync(ScenarioServer server, TextWriter output)
    {
        var client = new AcmeClient(server.Client);
        var map = new Dictionary<string, int> { ["R"] = 100, ["G"] = 200, ["B"] = 150 };
        await client.MatrixText["blue"].GetAsync();
        Print();
        // prints: /matrixText/;color=blue
        await client.MatrixList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /matrixList/;color=blue,black,brown
        await client.MatrixObject[map].GetAsync();
        Print();
        // prints: /matrixObject/;color=R,100,G,200,B,150
        await client.MatrixExplodedText["blue"].GetAsync();
        Print();
        // prints: /matrixExplodedText/;color=blue
        await client.MatrixExplodedList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /matrixExplodedList/;color=blue;color=black;color=brown
        await client.MatrixExplodedObject[map].GetAsync();
        Print();
        // prints: /matrixExplodedObject/;R=100;G=200;B=150
        await RefusedAsync(client.LabelText[""].GetAsync);
        // prints: refused
        await client.LabelText["blue"].GetAsync();
        Print();
        // prints: /labelText/.blue
        await client.LabelList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /labelList/.blue,black,brown
        await client.LabelObject[map].GetAsync();
        Print();
        // prints: /labelObject/.R,100,G,200,B,150
        await RefusedAsync(client.LabelExplodedText[""].GetAsync);
        // prints: refused
        await client.LabelExplodedText["blue"].GetAsync();
        Print();
        // prints: /labelExplodedText/.blue
        await client.LabelExplodedList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /labelExplodedList/.blue.black.brown
        await client.LabelExplodedObject[map].GetAsync();
        Print();
        // prints: /labelExplodedObject/.R=100.G=200.B=150
        await client.SimpleText["blue"].GetAsync();
        Print();
        // prints: /simpleText/blue
        await client.SimpleList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /simpleList/blue,black,brown
        await client.SimpleObject[map].GetAsync();
        Print();
        // prints: /simpleObject/R,100,G,200,B,150
        await client.SimpleExplodedText["blue"].GetAsync();
        Print();
        // prints: /simpleExplodedText/blue
        await client.SimpleExplodedList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /simpleExplodedList/blue,black,brown
        await client.SimpleExplodedObject[map].GetAsync();
        Print();
        // prints: /simpleExplodedObject/R=100,G=200,B=150
        await client.FormText.GetAsync("");
        Print();
        // prints: /formText?color=
        await client.FormText.GetAsync("blue");
        Print();
        // prints: /formText?color=blue
        await client.FormList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /formList?color=blue,black,brown
        await client.FormObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /formObject?color=R,100,G,200,B,150
        await client.FormExplodedText.GetAsync("");
        Print();
        // prints: /formExplodedText?color=
        await client.FormExplodedText.GetAsync("blue");
        Print();
        // prints: /formExplodedText?color=blue
        await client.FormExplodedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /formExplodedList?color=blue&color=black&color=brown
        await client.FormExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /formExplodedObject?R=100&G=200&B=150
        await client.SpaceDelimitedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /spaceDelimitedList?color=blue%20black%20brown
        await client.SpaceDelimitedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /spaceDelimitedObject?color=R%20100%20G%20200%20B%20150
        await client.PipeDelimitedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /pipeDelimitedList?color=blue%7Cblack%7Cbrown
        await client.PipeDelimitedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /pipeDelimitedObject?color=R%7C100%7CG%7C200%7CB%7C150
        await client.DeepObjectExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /deepObjectExplodedObject?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
        await client.CookieText.GetAsync("");
        Print();
        // prints: /cookieText Cookie: color=
        await client.CookieText.GetAsync("blue");
        Print();
        // prints: /cookieText Cookie: color=blue
        await client.CookieList.GetAsync(["blue", "black", "brown"]);
        Print();
        // A cookie cannot contain a comma (RFC 6265, section 4.1.1), so commas are percent-encoded.
        // prints: /cookieList Cookie: color=blue%2Cblack%2Cbrown
        await client.CookieObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /cookieObject Cookie: color=R%2C100%2CG%2C200%2CB%2C150
        await client.CookieExplodedText.GetAsync("");
        Print();
        // prints: /cookieExplodedText Cookie: color=
        await client.CookieExplodedText.GetAsync("blue");
        Print();
        // prints: /cookieExplodedText Cookie: color=blue

        // The specification's "." is a dot segment, which URLs drop.
        async Task RefusedAsync<T>(Func<Action<RequestConfiguration<DefaultQueryParameters>>?, CancellationToken, Task<T>> call)
        {
            try
            {
                await call(null, default);
            }
            catch (ArgumentException)
            {
                output.WriteLine("refused");
            }
        }

        void Print() => output.WriteLine(server.Url["https://s.test".Length..] + (server.Headers.TryGetValue("Cookie", out string? cookie) ? " Cookie: " + cookie : ""));
    }
}
