using System.Text;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CdeCodegen.Runtime;

/// <summary>A user name and a password, for the HTTP scheme <c>basic</c>. <see cref="object.ToString"/> does not show them.</summary>
public sealed class BasicCredential
{
    /// <summary>Creates a credential.</summary>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password. Some services take a token here or as the user name and leave the other one empty.</param>
    /// <param name="allowedHosts">The hosts that may receive the credential, without scheme or port. An empty list allows every host that the client calls.</param>
    /// <exception cref="ArgumentException">The user name contains a colon, which separates it from the password.</exception>
    public BasicCredential(string userName, string password, params string[] allowedHosts)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(allowedHosts);
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("The user name contains a colon, which separates it from the password.", nameof(userName));
        }

        HeaderValue = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userName + ":" + password));
        AllowedHosts = new AllowedHostsValidator(allowedHosts);
    }

    internal string HeaderValue { get; }

    internal AllowedHostsValidator AllowedHosts { get; }
}
