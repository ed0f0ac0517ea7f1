using System.Text;
using System.Text.Json;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Engine;

namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>What the generator makes of a document: the text of its files, and its diagnostics.</summary>
internal sealed record Outcome(string Files, string Diagnostics)
{
    public static Outcome Of(SpecNode root, KeywordPlace? without = null)
    {
        var json = new StringBuilder();
        Write(json, root, without);
        GeneratedClient client = ClientEngine.Generate("census.json", json.ToString(), [], _ => null, EmissionFacts.Floor, CancellationToken.None);
        return new Outcome(
            string.Join('\n', client.Files.Select(file => file.HintName + file.Text)),
            string.Join('\n', client.Diagnostics.Select(info => info.Descriptor.Id + string.Join('|', info.Arguments))));
    }

    /// <summary>A value as JSON, up to a length that tells most values apart.</summary>
    public static string Text(SpecNode node)
    {
        var json = new StringBuilder();
        Write(json, node, null);
        return json.ToString(0, Math.Min(json.Length, 400));
    }

    private static void Write(StringBuilder json, SpecNode node, KeywordPlace? without)
    {
        switch (node.Kind)
        {
            case SpecKind.Object:
                json.Append('{');
                string separator = "";
                foreach (SpecMember member in node.Members)
                {
                    if (without is null || node != without.Holder || member.Name != without.Name)
                    {
                        json.Append(separator).Append(JsonSerializer.Serialize(member.Name)).Append(':');
                        Write(json, member.Value, without);
                        separator = ",";
                    }
                }

                json.Append('}');
                break;
            case SpecKind.Array:
                json.Append('[');
                for (int i = 0; i < node.Items.Length; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    Write(json, node.Items[i], without);
                }

                json.Append(']');
                break;
            case SpecKind.String:
                json.Append(JsonSerializer.Serialize(node.Text));
                break;
            case SpecKind.Null:
                json.Append("null");
                break;
            default:
                bool isJson = node.Kind == SpecKind.Boolean || double.TryParse(node.Text, System.Globalization.CultureInfo.InvariantCulture, out _);
                json.Append(isJson ? node.Text : "0");
                break;
        }
    }
}
