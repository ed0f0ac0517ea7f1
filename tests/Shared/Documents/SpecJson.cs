using System.Text.Json.Nodes;

namespace CdeCodegen.Tests.Shared;

/// <summary>Nodes of a document as JSON. Each project imports the namespace of the nodes itself: in one of them, the generator's assembly has an alias.</summary>
internal static class SpecJson
{
    public static JsonNode? Of(SpecNode node) => node.Kind switch
    {
        SpecKind.Object => new JsonObject(node.Members.Select(static member => KeyValuePair.Create(member.Name, Of(member.Value)))),
        SpecKind.Array => new JsonArray([.. node.Items.Select(Of)]),
        SpecKind.String => JsonValue.Create(node.Text),
        SpecKind.Boolean => JsonValue.Create(node.Text == "true"),
        SpecKind.Number => Number(node.Text),
        _ => null,
    };

    /// <summary>The number as written. YAML has numbers that JSON does not have.</summary>
    private static JsonNode? Number(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? JsonValue.Create(number)
                : JsonValue.Create(text);
        }
    }
}
