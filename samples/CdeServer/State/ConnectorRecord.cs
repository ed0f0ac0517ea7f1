using System.Globalization;
using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>A connector: its JSON, and the state that the JSON does not contain.</summary>
internal sealed class ConnectorRecord(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public bool IsInBin { get; set; }

    /// <summary>Whether the connector is in use on the platform.</summary>
    public bool IsInUse { get; set; }

    /// <summary>The metadata, or null if there is none.</summary>
    public JsonObject? Metadata { get; set; }

    public Guid Id { get; } = Guid.Parse(json["id"]!.GetValue<string>());

    public Guid Owner
    {
        get => Guid.Parse(Json["owner"]!.GetValue<string>());
        set => Json["owner"] = value.ToString();
    }

    public string Name => Json["name"]!.GetValue<string>();

    public string Type => Json["type"]!.GetValue<string>();

    public bool IsReleased => Versions.Any(v => v["platform_prod_reference"]!["released"]!.GetValue<bool>());

    public IEnumerable<JsonObject> Versions => Json["versions"]!.AsArray().Select(v => v!.AsObject());

    /// <summary>Finds a version by its major number, <c>latest</c>, or <c>main</c> (the released version).</summary>
    public JsonObject? Version(string selector) => selector switch
    {
        "latest" => Versions.LastOrDefault(),
        "main" => Versions.LastOrDefault(v => v["platform_prod_reference"]!["released"]!.GetValue<bool>()),
        _ => Versions.FirstOrDefault(v => Major(v) == selector),
    };

    public static string Major(JsonObject version) => version["version"]!.GetValue<string>().Split('.')[0];

    /// <summary>Returns the next patch number: 1.0.1 for 1.0.0.</summary>
    public static string NextPatch(JsonObject version)
    {
        string[] parts = version["version"]!.GetValue<string>().Split('.');
        parts[2] = (int.Parse(parts[2], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return string.Join('.', parts);
    }
}
