using BenchmarkDotNet.Attributes;
using CdeCodegen.Benchmarks.Support;
using CdeCodegen.Runtime.Generated;
using CdeCodegen.Runtime.Internal;
using Microsoft.Kiota.Abstractions;

namespace CdeCodegen.Benchmarks.Runtime;

/// <summary>Builds a URL with a path value and four query parameters.</summary>
[MemoryDiagnoser]
public class UriBenchmarks
{
    private readonly ApiClientCore _core = new(new HttpClient(), Seed.BaseUrl);
    private readonly string _search = "blue & black";

    [Benchmark(Baseline = true)]
    public string ByHand() =>
        Seed.BaseUrl + "/connectors/" + Seed.Id + "/versions?from=" + 20 + "&limit=" + 10 + "&search=" + Uri.EscapeDataString(_search) + "&released=" + "true";

    [Benchmark]
    public string Generated()
    {
        var path = new ApiPath(0, 0, _core);
        path.AppendLiteral("/connectors/");
        path.AppendFormatted(Seed.Id);
        path.AppendLiteral("/versions");
        UrlWriter url = path.Take();
        PairSeparator query = PairSeparator.Query;
        ParameterFormatter.WritePair(ref url, ref query, "from", (int?)20);
        ParameterFormatter.WritePair(ref url, ref query, "limit", (int?)10);
        ParameterFormatter.WritePair(ref url, ref query, "search", _search);
        ParameterFormatter.WritePair(ref url, ref query, "released", (bool?)true);
        string text = url.Written.ToString();
        url.Release();
        return text;
    }

    [Benchmark]
    public string Kiota()
    {
        var parameters = new Dictionary<string, object> { ["baseurl"] = Seed.BaseUrl, ["publicId"] = Seed.Id };
        var information = new RequestInformation(Method.GET, "{+baseurl}/connectors/{publicId}/versions{?from*,limit*,search*,released*}", parameters);
        information.AddQueryParameters(new Filter { From = 20, Limit = 10, Search = _search, Released = true });
        return information.URI.OriginalString;
    }

    private sealed class Filter
    {
        [QueryParameter("from")]
        public int? From { get; set; }

        [QueryParameter("limit")]
        public int? Limit { get; set; }

        [QueryParameter("search")]
        public string? Search { get; set; }

        [QueryParameter("released")]
        public bool? Released { get; set; }
    }
}
