namespace CdeCodegen.Samples;

/// <summary>Somebody whom the server knows.</summary>
/// <param name="Id">Identifier; what the user creates has it as its owner.</param>
/// <param name="Token">The access token.</param>
/// <param name="IsAdministrator">Whether the user may do everything.</param>
/// <param name="MayCreate">Whether the user may create connectors.</param>
public sealed record CdeUser(Guid Id, string Token, bool IsAdministrator = false, bool MayCreate = true);
