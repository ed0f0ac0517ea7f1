using CdeCodegen.Analyzers.Tests.Infrastructure;
using CdeCodegen.CodeFixes.Fixers;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>Verifies the promise of the README on the sample: without its arm for 404 it does not compile, and the code fix restores the arm.</summary>
public sealed class SampleTests
{
    // Stands in for the rest of the sample and its generated client.
    private const string Client = """
        global using System;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        using CdeCodegen.Runtime;

        namespace Productsup.Cde
        {
            public sealed class CdeClient { public Builder Connectors => new(); }
            public sealed class Builder { public Item this[Guid id] => new(); }
            public sealed class Item { public Restore RestoreFromBin => new(); }
            public sealed class Restore { public Task<ConnectorRestoreFromBinResult> PatchAsync(CancellationToken cancellationToken = default) => null!; }
            public sealed class Envelope { }
            public sealed class Problem { public string Message => ""; }

            [ApiResult(Operation = "connector_restore_from_bin")]
            public abstract class ConnectorRestoreFromBinResult : ApiResult
            {
                private ConnectorRestoreFromBinResult(int status) : base(status) { }
                [ApiResultCase(200)] public sealed class Ok : ConnectorRestoreFromBinResult { public Ok() : base(200) { } public Envelope Body => new(); }
                [ApiResultCase(401)] public sealed class Unauthorized : ConnectorRestoreFromBinResult { public Unauthorized() : base(401) { } public Problem Body => new(); }
                [ApiResultCase(403)] public sealed class Forbidden : ConnectorRestoreFromBinResult { public Forbidden() : base(403) { } public Problem Body => new(); }
                [ApiResultCase(404)] public sealed class NotFound : ConnectorRestoreFromBinResult { public NotFound() : base(404) { } public Problem Body => new(); }
            }
        }

        namespace RestoreConnector
        {
            internal enum Outcome { Restored, Unauthorized, Forbidden, NotFound }
            internal sealed class Arguments { public Uri BaseUrl => null!; public string Token => ""; public Guid Id => default; public SignIn? SignIn => null; }
            internal sealed class SignIn
            {
                public CdeCodegen.Runtime.OAuth.LoopbackBrowser CreateBrowser() => new();
                public CdeCodegen.Runtime.OAuth.AuthorizationCodeTokenProvider CreateProvider(CdeCodegen.Runtime.OAuth.LoopbackBrowser browser) => new();
            }
            internal static class Clients
            {
                public static Productsup.Cde.CdeClient Create(HttpClient http, Uri url, string token) => new();
                public static Productsup.Cde.CdeClient Create(HttpClient http, Uri url, CdeCodegen.Runtime.OAuth.AuthorizationCodeTokenProvider tokens) => new();
            }
            internal static class Report
            {
                public static Outcome Restored(Productsup.Cde.Envelope answer) => default;
                public static Outcome Refused(string status, string message, Outcome outcome) => outcome;
            }
        }

        namespace CdeCodegen.Runtime.OAuth
        {
            public sealed class LoopbackBrowser : IDisposable { public void Dispose() { } }
            public sealed class AuthorizationCodeTokenProvider : IDisposable { public void Dispose() { } }
        }

        namespace CdeCodegen.Runtime
        {
            public sealed class ApiResultAttribute : Attribute { public string? Operation { get; set; } }
            public sealed class ApiResultCaseAttribute : Attribute { public ApiResultCaseAttribute(int status) { } }
            public abstract class ApiResult { protected ApiResult(int status) { } }
        }
        """;

    private static readonly string s_sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "RestoreConnector", "RestoreOnServer.cs"));

    [Fact]
    public Task The_fix_restores_a_deleted_arm()
    {
        string arm = s_sample.Split('\n').Single(static line => line.Contains(".NotFound e", StringComparison.Ordinal));
        string without = s_sample.Replace(arm + "\n", "", StringComparison.Ordinal);
        string restored = s_sample.Replace(
            arm, "            ConnectorRestoreFromBinResult.NotFound => throw new NotImplementedException(),", StringComparison.Ordinal);

        return VerifyFix.OneAsync(
            new CDE1010Fixer(),
            without.Replace("result switch", "result {|CDE1010:{|CS8509:switch|}|}", StringComparison.Ordinal),
            restored.Replace("result switch", "result {|#0:switch|}", StringComparison.Ordinal),
            "HandleAll",
            prelude: Client,
            remaining: DiagnosticResult.CompilerWarning("CS8509").WithLocation(0).WithIsSuppressed(true));
    }
}
