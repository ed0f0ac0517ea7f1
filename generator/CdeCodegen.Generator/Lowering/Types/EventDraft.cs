using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>A kind of event in an event stream.</summary>
/// <param name="Schema">The schema of the event's fields.</param>
/// <param name="Names">The names of the event; empty for every event without a description of its own.</param>
/// <param name="Data">The schema of JSON data; null if the data is text.</param>
internal sealed record EventDraft(Schema Schema, List<string> Names, Schema? Data);
