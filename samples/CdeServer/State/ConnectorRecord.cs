using System.Globalization;
using System.Text.Json.Nodes;

namespace CdeCodegen.Samples.State;

/// <summary>A connector as the server keeps it: its JSON, and what the JSON does not tell.</summary>
internal sealed class ConnectorRecord(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public bool IsInBin { get; set; }

    /// <summary>Whether something on the platform uses it.</summary>
    public bool IsInUse { get; set; }

    /// <summary>The notes about it, or null while there are none.</summary>
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

    /// <summary>A version by its major number, <c>latest</c>, or <c>main</c> (the one that is released).</summary>
    public JsonObject? Version(string selector) => selector switch
    {
        "latest" => Versions.LastOrDefault(),
        "main" => Versions.LastOrDefault(v => v["platform_prod_reference"]!["released"]!.GetValue<bool>()),
        _ => Versions.FirstOrDefault(v => Major(v) == selector),
    };

    public static string Major(JsonObject version) => version["version"]!.GetValue<string>().Split('.')[0];

    /// <summary>The number of the version after a change: 1.0.1 for 1.0.0.</summary>
    public static string NextPatch(JsonObject version)
    {
        string[] parts = version["version"]!.GetValue<string>().Split('.');
        parts[2] = (int.Parse(parts[2], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return string.Join('.', parts);
    }
}
