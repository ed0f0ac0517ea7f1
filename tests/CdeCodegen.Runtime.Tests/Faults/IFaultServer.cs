using System.Security.Cryptography.X509Certificates;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>A server that misbehaves on <c>/fault</c> and is healthy on <c>/healthy</c>.</summary>
internal interface IFaultServer : IAsyncDisposable
{
    Uri Url { get; }

    /// <summary>The number of requests that arrived.</summary>
    int RequestCount { get; }

    /// <summary>The certificate that the client trusts; null without TLS.</summary>
    X509Certificate2? TrustedCertificate { get; }

    /// <summary>Whether a call to <c>/healthy</c> succeeds.</summary>
    bool CanRecover { get; }
}
