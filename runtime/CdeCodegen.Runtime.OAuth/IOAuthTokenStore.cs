namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Keeps the tokens of one user. They are secrets: a key ring, a protected file or an encrypted column is a store, a plain file is not.
/// A provider asks it when it holds none itself, and tells it of every change, one after the other.
/// </summary>
public interface IOAuthTokenStore
{
    /// <summary>The tokens that were saved last.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Null where there are none.</returns>
    Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps these in place of any others.</summary>
    /// <param name="tokens">Null to forget all.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task that ends when they are kept.</returns>
    Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken);
}
