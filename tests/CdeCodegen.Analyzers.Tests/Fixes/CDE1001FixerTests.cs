using CdeCodegen.Analyzers.Tests.Infrastructure;
using CdeCodegen.CodeFixes.Fixers;
using Microsoft.CodeAnalysis;
using Xunit;
using Fix = CdeCodegen.Analyzers.Tests.Infrastructure.VerifyFix<CdeCodegen.CodeFixes.Fixers.CDE1001Fixer>;

namespace CdeCodegen.Analyzers.Tests.Fixes;

public sealed class CDE1001FixerTests
{
    const string HandleAll = "HandleAll";
    const string Discard = "Discard";

    [Fact]
    public Task AStatementBecomesASwitch() => Fix.MemberAsync(
        """
            async Task M()
            {
                // Puts it back.
                await {|CDE1001:c.A()|}; // and waits
                Do();
            }
        """,
        """
            async Task M()
            {
                // Puts it back.
                switch (await c.A())
                {
                    case Ok:
                        break;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                } // and waits
                Do();
            }
        """,
        HandleAll);

    [Fact]
    public Task AnExpressionBodyBecomesABlock() => Fix.MemberAsync(
        """
            void M() => {|CDE1001:c.S()|};
        """,
        """
            void M()
            {
                switch (c.S())
                {
                    case Ok:
                        break;
                    case Unauthorized:
                        throw new NotImplementedException();
                    case Forbidden:
                        throw new NotImplementedException();
                    case NotFound:
                        throw new NotImplementedException();
                    case Unexpected:
                        throw new NotImplementedException();
                }
            }
        """,
        HandleAll);

    [Fact]
    public Task ABodyWithoutBracesIsReplacedAsItIs() => Fix.MemberAsync(
        """
            async Task M()
            {
                if (DateTime.Now.Ticks > 1)
                    await {|CDE1001:c.A()|};
            }
        """,
        """
            async Task M()
            {
                if (DateTime.Now.Ticks > 1)
                    switch (await c.A())
                    {
                        case Ok:
                            break;
                        case Unauthorized:
                            throw new NotImplementedException();
                        case Forbidden:
                            throw new NotImplementedException();
                        case NotFound:
                            throw new NotImplementedException();
                        case Unexpected:
                            throw new NotImplementedException();
                    }
            }
        """,
        HandleAll);

    [Theory]
    [InlineData("async Task M() { await {|CDE1001:c.A()|}; }", "async Task M() { _ = await c.A(); }")]
    [InlineData("async Task M() => await {|CDE1001:c.A()|}.ConfigureAwait(false);", "async Task M() => _ = await c.A().ConfigureAwait(false);")]
    [InlineData("async Task M() { try { await {|CDE1001:c.A()|}; } catch { } }", "async Task M() { try { _ = await c.A(); } catch { } }")]
    [InlineData("void M() { Action a = async () => await {|CDE1001:c.A()|}; a(); }", "void M() { Action a = async () => _ = await c.A(); a(); }")]
    [InlineData("async Task M() { await {|CDE1001:Task.WhenAll(c.A(), c.A())|}; }", "async Task M() { _ = await Task.WhenAll(c.A(), c.A()); }")]
    public Task ADiscardIsWritten(string before, string after) => Fix.MemberAsync(before, after, Discard);

    [Fact]
    public Task NoDiscardWhereTheNameIsTaken() => Fix.NothingAsync("void M() { int _ = 1; Use(_); {|CDE1001:c.S()|}; }", Discard);

    [Fact]
    public Task TopLevelStatements() => Fix.SourceAsync(
        Verify.Usings + "var c = new C();\nawait {|CDE1001:c.A()|};\n",
        Verify.Usings + "var c = new C();\n_ = await c.A();\n",
        Discard,
        output: OutputKind.ConsoleApplication);

    [Fact]
    public Task AllAtOnce() => Fix.AllAsync(
        """
            async Task M()
            {
                await {|CDE1001:c.A()|};
                {|CDE1001:c.S()|};
                if (DateTime.Now.Ticks > 1) await {|CDE1001:c.A("2")|};
            }
        """,
        """
            async Task M()
            {
                _ = await c.A();
                _ = c.S();
                if (DateTime.Now.Ticks > 1) _ = await c.A("2");
            }
        """,
        Discard);
}
