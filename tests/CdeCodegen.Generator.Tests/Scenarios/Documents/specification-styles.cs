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
        await client.MatrixText[""].GetAsync();
        Print();
        // prints: /matrixText/;color
        await client.MatrixText["blue"].GetAsync();
        Print();
        // prints: /matrixText/;color=blue
        await client.MatrixList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /matrixList/;color=blue,black,brown
        await client.MatrixObject[map].GetAsync();
        Print();
        // prints: /matrixObject/;color=R,100,G,200,B,150
        await client.MatrixExplodedText[""].GetAsync();
        Print();
        // prints: /matrixExplodedText/;color
        await client.MatrixExplodedText["blue"].GetAsync();
        Print();
        // prints: /matrixExplodedText/;color=blue
        await client.MatrixExplodedList[["blue", "black", "brown"]].GetAsync();
        Print();
        // prints: /matrixExplodedList/;color=blue;color=black;color=brown
        await client.MatrixExplodedObject[map].GetAsync();
        Print();
        // prints: /matrixExplodedObject/;R=100;G=200;B=150
        await client.MatrixExplodedList[["", "black"]].GetAsync();
        Print();
        // prints: /matrixExplodedList/;color;color=black
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
        // prints: /cookieList Cookie: color=blue,black,brown
        await client.CookieObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /cookieObject Cookie: color=R,100,G,200,B,150
        await client.CookieExplodedText.GetAsync("");
        Print();
        // prints: /cookieExplodedText Cookie: color=
        await client.CookieExplodedText.GetAsync("blue");
        Print();
        // prints: /cookieExplodedText Cookie: color=blue
        await client.CookieExplodedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /cookieExplodedList Cookie: color=blue; color=black; color=brown
        await client.CookieExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /cookieExplodedObject Cookie: R=100; G=200; B=150
        await client.CookieDefaultList.GetAsync(["blue", "black"]);
        Print();
        // prints: /cookieDefaultList Cookie: color=blue; color=black

        // The style cookie sends values as they are, because the caller has escaped them. What would end the cookie or the header is refused.
        await client.CookieText.GetAsync("Hello%2C%20world! \"a\"");
        Print();
        // prints: /cookieText Cookie: color=Hello%2C%20world! "a"
        await RefusedAsync((configure, token) => client.CookieText.GetAsync("a; admin=1", configure, token));
        await RefusedAsync((configure, token) => client.CookieExplodedList.GetAsync(["a", "b\r\nX: 1"], configure, token));
        await RefusedAsync((configure, token) => client.CookieText.GetAsync("ü", configure, token));
        // prints: refused
        // prints: refused
        // prints: refused

        // The style form percent-encodes what a cookie cannot contain (RFC 6265, section 4.1.1), also the commas between items, and sends a cookie for each exploded item.
        await client.CookieFormText.GetAsync("Hello, world; ü");
        Print();
        // prints: /cookieFormText Cookie: color=Hello%2C%20world%3B%20%C3%BC
        await client.CookieFormList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /cookieFormList Cookie: color=blue%2Cblack%2Cbrown
        await client.CookieFormObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /cookieFormObject Cookie: color=R%2C100%2CG%2C200%2CB%2C150
        await client.CookieFormExplodedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /cookieFormExplodedList Cookie: color=blue; color=black; color=brown
        await client.CookieFormExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /cookieFormExplodedObject Cookie: R=100; G=200; B=150

        await client.HeaderText.GetAsync("blue");
        Print();
        // prints: /headerText color: blue
        await client.HeaderList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /headerList color: blue,black,brown
        await client.HeaderObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /headerObject color: R,100,G,200,B,150
        await client.HeaderExplodedText.GetAsync("blue");
        Print();
        // prints: /headerExplodedText color: blue
        await client.HeaderExplodedList.GetAsync(["blue", "black", "brown"]);
        Print();
        // prints: /headerExplodedList color: blue,black,brown
        await client.HeaderExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /headerExplodedObject color: R=100,G=200,B=150

        await client.ObjectPath[";R=100;G=200;B=150"].GetAsync();
        Print();
        // prints: /objectPath/;R=100;G=200;B=150
        // reports: CDE0007 A list or an object in one cookie is not supported; its commas, which cookies do not allow, are sent (at #/paths/~1cookieList/get/parameters/0/style)

        // What the table leaves undefined is reported, and sent as follows. The first two reports are those of lists and objects in one cookie, of both styles.
        await client.SpaceDelimitedText.GetAsync("blue");
        Print();
        // prints: /spaceDelimitedText?color=blue
        await client.SpaceDelimitedExplodedList.GetAsync(["blue", "black"]);
        Print();
        // prints: /spaceDelimitedExplodedList?color=blue&color=black
        await client.PipeDelimitedExplodedObject.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /pipeDelimitedExplodedObject?R=100&G=200&B=150
        await client.DeepObjectText.GetAsync("blue");
        Print();
        // prints: /deepObjectText?color=blue
        await client.DeepObjectList.GetAsync(["blue", "black"]);
        Print();
        // prints: /deepObjectList?color%5B0%5D=blue&color%5B1%5D=black
        await client.MatrixQuery.GetAsync(["blue", "black"]);
        Print();
        // prints: /matrixQuery?color=blue,black
        await client.SimpleQuery.GetAsync(["blue", "black"]);
        Print();
        // prints: /simpleQuery?color=blue,black
        await client.DeepObjectHeader.GetAsync(new Color { R = 100, G = 200, B = 150 });
        Print();
        // prints: /deepObjectHeader color: R=100,G=200,B=150
        await client.FormPath[["blue", "black"]].GetAsync();
        Print();
        // prints: /formPath/blue,black
        await client.UnknownStyle.GetAsync("blue");
        Print();
        // prints: /unknownStyle?color=blue
        // reports: CDE0007 A list or an object in one cookie is not supported; its commas, which cookies do not allow, are sent (at #/paths/~1cookieObject/get/parameters/0/style)
        // reports: CDE0007 A list or an object in one cookie is not supported; its commas are sent as %2C (at #/paths/~1cookieFormList/get/parameters/0/style)
        // reports: CDE0007 A list or an object in one cookie is not supported; its commas are sent as %2C (at #/paths/~1cookieFormObject/get/parameters/0/style)
        // reports: CDE0007 A path parameter that is neither a scalar nor a list or map of scalars is not supported; its text is given as it is sent (at #/paths/~1objectPath~1{color}/get/parameters/0)
        // reports: CDE0007 A single value in style spaceDelimited is not supported; it is sent as name=value (at #/paths/~1spaceDelimitedText/get/parameters/0/style)
        // reports: CDE0007 The style spaceDelimited with explode is not supported; it is sent in style form (at #/paths/~1spaceDelimitedExplodedList/get/parameters/0/style)
        // reports: CDE0007 The style spaceDelimited with explode is not supported; it is sent in style form (at #/paths/~1spaceDelimitedExplodedObject/get/parameters/0/style)
        // reports: CDE0007 A single value in style pipeDelimited is not supported; it is sent as name=value (at #/paths/~1pipeDelimitedText/get/parameters/0/style)
        // reports: CDE0007 The style pipeDelimited with explode is not supported; it is sent in style form (at #/paths/~1pipeDelimitedExplodedList/get/parameters/0/style)
        // reports: CDE0007 The style pipeDelimited with explode is not supported; it is sent in style form (at #/paths/~1pipeDelimitedExplodedObject/get/parameters/0/style)
        // reports: CDE0007 A single value in style deepObject is not supported; it is sent as name=value (at #/paths/~1deepObjectText/get/parameters/0/style)
        // reports: CDE0007 A list in style deepObject is not supported; its items are sent as name[0], name[1] (at #/paths/~1deepObjectList/get/parameters/0/style)
        // reports: CDE0007 The style 'matrix' of a parameter in: query is not supported; it is sent in style form (at #/paths/~1matrixQuery/get/parameters/0/style)
        // reports: CDE0007 The style 'simple' of a parameter in: query is not supported; it is sent in style form (at #/paths/~1simpleQuery/get/parameters/0/style)
        // reports: CDE0007 The style 'deepObject' of a parameter in: header is not supported; it is sent in style simple (at #/paths/~1deepObjectHeader/get/parameters/0/style)
        // reports: CDE0007 The style 'form' of a parameter in: path is not supported; it is sent in style simple (at #/paths/~1formPath~1{color}/get/parameters/0/style)
        // reports: CDE0007 The style 'tilde' of a parameter in: query is not supported; it is sent in style form (at #/paths/~1unknownStyle/get/parameters/0/style)

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

        void Print() => output.WriteLine(server.Url["https://s.test".Length..] + Header("Cookie") + Header("color"));

        string Header(string name) => server.Headers.TryGetValue(name, out string? value) ? $" {name}: {value}" : "";
    }
}
