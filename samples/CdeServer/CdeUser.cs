namespace CdeCodegen.Samples;

/// <summary>A user of the server.</summary>
/// <param name="Id">The identifier, which is the owner of everything that the user creates.</param>
/// <param name="Token">The access token.</param>
/// <param name="IsAdministrator">Whether the user has access to everything.</param>
/// <param name="MayCreate">Whether the user may create connectors.</param>
public sealed record CdeUser(Guid Id, string Token, bool IsAdministrator = false, bool MayCreate = true);
