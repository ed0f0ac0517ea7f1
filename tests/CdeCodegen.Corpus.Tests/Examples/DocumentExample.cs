using System.Text.Json.Nodes;
using CdeCodegen.Corpus.Tests.Census;
using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>An example of a document.</summary>
/// <param name="Schema">The schema that the document gives the example for.</param>
/// <param name="Value">The example.</param>
/// <param name="Place">The kind of object that holds the example.</param>
internal sealed record DocumentExample(SpecNode Schema, JsonNode? Value, string Place)
{
    /// <summary>The examples of bodies in JSON and of schemas, each once.</summary>
    public static List<DocumentExample> Of(SpecNode root)
    {
        var document = new RawDocument(root);
        var examples = new List<DocumentExample>();
        var seen = new HashSet<(SpecNode, string)>();
        foreach (KeywordPlace place in KeywordPlaces.Of(root))
        {
            SpecNode value = place.Holder[place.Name]!;
            switch (place.Kind, place.Keyword)
            {
                case ("schema", "example"):
                    Add(place.Holder, value, place.Kind);
                    break;
                case ("schema", "examples"):
                    foreach (SpecNode item in value.Items)
                    {
                        Add(place.Holder, item, place.Kind);
                    }

                    break;
                case ("requestBody" or "response", "content"):
                    foreach (SpecMember media in value.Members.Where(static media => RawOperation.IsJson(media.Name)))
                    {
                        AddMedia(media.Value, place.Kind);
                    }

                    break;
                case ("response", "examples"):
                    foreach (SpecMember media in value.Members.Where(static media => RawOperation.IsJson(media.Name)))
                    {
                        Add(place.Holder["schema"], media.Value, place.Kind);
                    }

                    break;
            }
        }

        return examples;

        void AddMedia(SpecNode media, string place)
        {
            media = document.Resolve(media) ?? media;
            Add(media["schema"], media["example"], place);
            foreach (SpecMember named in media["examples"]?.Members ?? [])
            {
                SpecNode? example = document.Resolve(named.Value);
                Add(media["schema"], example?["value"] ?? example?["dataValue"], place);
            }
        }

        void Add(SpecNode? schema, SpecNode? value, string place)
        {
            if (schema is { Kind: SpecKind.Object } && value is not null && RawDocument.Reference(value) is null)
            {
                JsonNode? json = SpecJson.Of(value);
                if (seen.Add((schema, json?.ToJsonString() ?? "null")))
                {
                    examples.Add(new DocumentExample(schema, json, place));
                }
            }
        }
    }
}
