using System.Globalization;
using System.Text;

namespace CdeCodegen.Corpus.Tests.Census;

/// <summary>
/// Counts every keyword of every object of the corpus, and finds out what the generator does with each: it removes the keyword from a document and compares
/// the clients.
/// </summary>
internal static class KeywordCensus
{
    public const string Heading = "## Keywords";

    /// <summary>The removals that are tried for a keyword, of different values where there are some, and in the smallest documents first.</summary>
    private const int MaxTries = 60;

    /// <summary>The further removals in larger documents, which take longer.</summary>
    private const int MaxTriesInLarge = 12;
    private const int SmallDocument = 60_000;
    private const int LargeDocument = 600_000;

    public static List<KeywordResult> Take(IReadOnlyList<CorpusDocument> documents)
    {
        Dictionary<(string Kind, string Keyword), Count> counts = [];
        foreach (CorpusDocument document in documents.OrderBy(document => document.Size))
        {
            SpecNode root = SpecReader.Read(document.Path, File.ReadAllText(document.Path), CancellationToken.None).Root!;
            foreach (IGrouping<(string Kind, string Keyword), KeywordPlace> group in KeywordPlaces.Of(root).GroupBy(place => (place.Kind, place.Keyword)))
            {
                if (!counts.TryGetValue(group.Key, out Count? count))
                {
                    counts.Add(group.Key, count = new Count());
                }

                if (document.Files.Length == 0)
                {
                    bool isLarge = document.Size >= LargeDocument;
                    bool isWanted = !isLarge || (NoEffect.Reason(group.Key.Kind, group.Key.Keyword) is null && count.LargeDocuments++ < 2);
                    int limit = !isWanted ? 0 : isLarge ? count.Samples.Count + 2 : document.Size < SmallDocument ? MaxTries : MaxTries + MaxTriesInLarge;
                    count.Samples.AddRange(group.Where((place, i) => count.Values.Add(Outcome.Text(place.Holder[place.Name]!)) || i < 2)
                        .Take(Math.Clamp(limit - count.Samples.Count, 0, 5)).Select(place => (root, place)));
                }

                count.Documents++;
                count.Places += group.Count();
            }
        }

        Dictionary<SpecNode, Outcome> outcomes = [];
        return [.. counts.OrderBy(count => count.Key.Kind, StringComparer.Ordinal).ThenBy(count => count.Key.Keyword, StringComparer.Ordinal)
            .Select(count => new KeywordResult(count.Key.Kind, count.Key.Keyword, count.Value.Documents, count.Value.Places, Find(count.Value.Samples, outcomes)))];
    }

    private static KeywordUse Find(List<(SpecNode Root, KeywordPlace Place)> samples, Dictionary<SpecNode, Outcome> outcomes)
    {
        bool isReported = false;
        foreach ((SpecNode root, KeywordPlace place) in samples)
        {
            if (!outcomes.TryGetValue(root, out Outcome? with))
            {
                outcomes.Add(root, with = Outcome.Of(root));
            }

            var without = Outcome.Of(root, place);
            if (without.Files != with.Files)
            {
                return KeywordUse.Read;
            }

            isReported |= without.Diagnostics != with.Diagnostics;
        }

        return isReported ? KeywordUse.Reported : KeywordUse.None;
    }

    /// <summary>The section of <c>spec/SUPPORT.md</c>.</summary>
    public static string Write(IReadOnlyList<KeywordResult> results)
    {
        StringBuilder text = new StringBuilder(Heading).Append(
            """


            Every keyword of every object of the documents above. *Read*: without it, another client is generated; found by removing it from documents.
            *Reported*: a diagnostic says what happens instead. The others have no effect on a client, for the reason given.

            | object | keyword | documents | places | |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (KeywordResult result in results)
        {
            string use = result.Use switch
            {
                KeywordUse.Read => "read",
                KeywordUse.Reported => "reported",
                _ => NoEffect.Reason(result.Kind, result.Keyword) ?? "**unread**",
            };
            text.Append(CultureInfo.InvariantCulture, $"| {result.Kind} | `{result.Keyword}` | {result.Documents} | {result.Places} | {use} |\n");
        }

        return text.ToString();
    }

    private sealed class Count
    {
        public int Documents { get; set; }

        public int Places { get; set; }

        /// <summary>The large documents in <see cref="Samples"/>.</summary>
        public int LargeDocuments { get; set; }

        public List<(SpecNode Root, KeywordPlace Place)> Samples { get; } = [];

        /// <summary>The values of the keyword so far.</summary>
        public HashSet<string> Values { get; } = [];
    }
}

/// <summary>What the generator does with a keyword.</summary>
internal enum KeywordUse
{
    None,
    Reported,
    Read,
}

/// <summary>A keyword of one kind of object, with its numbers of documents and places.</summary>
internal sealed record KeywordResult(string Kind, string Keyword, int Documents, int Places, KeywordUse Use);
