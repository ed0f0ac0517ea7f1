namespace CdeCodegen.Generator.Engine;

/// <summary>The inputs of a client beside its document: the project and all clients that are generated in it.</summary>
internal sealed record ProjectContext(ClientList Clients, ProjectFacts Project);
