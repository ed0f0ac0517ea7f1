using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>Certificates that sign themselves.</summary>
internal static class TestCertificate
{
    /// <summary>Valid for the loopback address.</summary>
    public static X509Certificate2 Valid { get; } = Create(IPAddress.Loopback.ToString(), DateTimeOffset.UtcNow.AddDays(1));

    /// <summary>Ended yesterday.</summary>
    public static X509Certificate2 Expired { get; } = Create(IPAddress.Loopback.ToString(), DateTimeOffset.UtcNow.AddDays(-1));

    /// <summary>Valid for another host.</summary>
    public static X509Certificate2 OtherHost { get; } = Create("other.test", DateTimeOffset.UtcNow.AddDays(1));

    private static X509Certificate2 Create(string host, DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), end);
    }
}
