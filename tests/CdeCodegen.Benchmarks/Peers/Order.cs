using System.Text.Json.Serialization;

namespace CdeCodegen.Benchmarks.Peers.SystemTextJson;

/// <summary>The item of <c>Documents/lists.yaml</c>, as a class for the source generator of System.Text.Json.</summary>
public sealed class Order
{
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    [JsonPropertyName("number")]
    public long Number { get; set; }

    [JsonPropertyName("customer")]
    public Customer Customer { get; set; } = null!;

    [JsonPropertyName("state")]
    public string State { get; set; } = null!;

    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; set; }

    [JsonPropertyName("total")]
    public double Total { get; set; }

    [JsonPropertyName("paid")]
    public bool? Paid { get; set; }

    [JsonPropertyName("note")]
    public string? Note { get; set; }

    [JsonPropertyName("tags")]
    public string[] Tags { get; set; } = null!;
}

public sealed class Customer
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("email")]
    public string Email { get; set; } = null!;
}

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Order[]))]
public sealed partial class OrderContext : JsonSerializerContext;
