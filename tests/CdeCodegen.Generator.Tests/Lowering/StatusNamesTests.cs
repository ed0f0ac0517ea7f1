using System.Net;
using CdeCodegen.Generator.Lowering.Operations;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>The names of cases are those of <see cref="HttpStatusCode"/>, except where the registry of status codes has newer names.</summary>
public class StatusNamesTests
{
    private static readonly Dictionary<int, string> s_registered = new()
    {
        [200] = "Ok",
        [226] = "ImUsed",
        [305] = "UseProxy",
        [413] = "ContentTooLarge",
        [414] = "UriTooLong",
        [416] = "RangeNotSatisfiable",
        [418] = "ImATeapot",
        [425] = "TooEarly",
    };

    [Fact]
    public void Each_status_has_the_name_of_the_framework_or_of_the_registry()
    {
        ILookup<int, string> names = Enum.GetNames<HttpStatusCode>().ToLookup(static name => (int)Enum.Parse<HttpStatusCode>(name));
        for (int status = 100; status < 600; status++)
        {
            string name = StatusNames.Of(status);
            if (s_registered.TryGetValue(status, out string? registered))
            {
                Assert.Equal(registered, name);
            }
            else if (names[status].Any() && status != 306)
            {
                Assert.Contains(name, names[status]);
            }
            else
            {
                Assert.Equal($"Status{status}", name);
            }
        }
    }

    [Fact]
    public void Ranges_have_names()
        => Assert.Equal(["Informational", "Success", "Redirection", "ClientError", "ServerError"], Enumerable.Range(1, 5).Select(StatusNames.OfRange));
}
