using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>What media types say about a body.</summary>
public class MediaTypesTests
{
    [Theory]
    [InlineData("application/json", nameof(BodyKind.Json), 0)]
    [InlineData(" Application/JSON ; charset=utf-8", nameof(BodyKind.Json), 0)]
    [InlineData("text/json", nameof(BodyKind.Json), 1)]
    [InlineData("*/*", nameof(BodyKind.Json), 6)] // not described, it can be anything
    [InlineData("application/*", nameof(BodyKind.Json), 6)]
    [InlineData("application/problem+json", nameof(BodyKind.Json), 1)]
    [InlineData("model/json", nameof(BodyKind.Json), 1)]
    [InlineData("multipart/form-data", nameof(BodyKind.Multipart), 2)]
    [InlineData("multipart/mixed", nameof(BodyKind.Multipart), 2)]
    [InlineData("application/x-www-form-urlencoded", nameof(BodyKind.FormUrlEncoded), 3)]
    [InlineData("application/x-ndjson", nameof(BodyKind.Items), 4)]
    [InlineData("application/ndjson", nameof(BodyKind.Items), 4)]
    [InlineData("application/jsonl", nameof(BodyKind.Items), 4)]
    [InlineData("application/x-jsonl", nameof(BodyKind.Items), 4)]
    [InlineData("application/jsonlines", nameof(BodyKind.Items), 4)]
    [InlineData("application/x-jsonlines", nameof(BodyKind.Items), 4)]
    [InlineData("application/json-lines", nameof(BodyKind.Items), 4)]
    [InlineData("application/json-seq", nameof(BodyKind.Items), 4)]
    [InlineData("application/geo+json-seq", nameof(BodyKind.Items), 4)]
    [InlineData("application/stream+json", nameof(BodyKind.Items), 4)]
    [InlineData("text/plain", nameof(BodyKind.Text), 5)]
    [InlineData("text/xml", nameof(BodyKind.Text), 5)]
    [InlineData("application/xml", nameof(BodyKind.Text), 5)]
    [InlineData("application/atom+xml", nameof(BodyKind.Text), 5)]
    [InlineData("application/yaml", nameof(BodyKind.Text), 5)]
    [InlineData("application/x-yaml", nameof(BodyKind.Text), 5)]
    [InlineData("text/event-stream", nameof(BodyKind.Events), 6)]
    [InlineData("application/pdf", nameof(BodyKind.Binary), 6)]
    [InlineData("image/*", nameof(BodyKind.Binary), 6)]
    public void A_media_type_has_a_kind_and_a_rank(string mediaType, string kind, int rank)
    {
        Assert.Equal(kind, MediaTypes.KindOf(mediaType).ToString());
        Assert.Equal(rank, MediaTypes.Rank(new MediaType(mediaType, new SpecNode(Array.Empty<SpecMember>(), 0, 0))));
    }

    [Theory]
    [InlineData("text/plain", "Text")]
    [InlineData("application/x-www-form-urlencoded", "Form")]
    [InlineData("multipart/form-data", "Multipart")]
    [InlineData("image/svg+xml", "Svg")]
    [InlineData("image/jpg", "Jpeg")]
    [InlineData("image/jpeg", "Jpeg")]
    [InlineData("text/yml", "Yaml")]
    [InlineData("application/yml", "Yaml")]
    [InlineData("application/vnd.ms-excel", "Xls")]
    [InlineData("application/vnd.ms-powerpoint", "Ppt")]
    [InlineData("application/msword", "Doc")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Xlsx")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Docx")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation", "Pptx")]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", "Ods")]
    [InlineData("application/vnd.oasis.opendocument.text", "Odt")]
    [InlineData("application/vnd.apache.parquet", "Parquet")]
    [InlineData("TEXT/CSV; header=present", "Csv")]
    [InlineData("application/x-tar", "Tar")]
    [InlineData("application/vnd.acme.report", "AcmeReport")]
    [InlineData("application/x-", "X")]
    [InlineData("application/vnd.", "Vnd")]
    [InlineData("image/*", "Image")]
    [InlineData("*/*", "Any")]
    public void A_media_type_has_a_name(string mediaType, string name) => Assert.Equal(name, MediaTypeNames.Of(mediaType));

    [Theory]
    [InlineData("a/b", true)]
    [InlineData("a/b; c=\"d/e\"", true)]
    [InlineData("a/", false)]
    [InlineData("/b", false)]
    [InlineData("json", false)]
    [InlineData("", false)]
    [InlineData("a/b\u00E9", false)]
    [InlineData("a/b; c=\u007F", false)]
    [InlineData("a/b; c=~", true)]
    [InlineData("a/b; c=\t", false)]
    public void A_media_type_can_be_sent_in_a_header(string mediaType, bool expected) => Assert.Equal(expected, MediaTypes.IsValid(mediaType));

    [Theory]
    [InlineData("application/xml", true)]
    [InlineData("TEXT/XML", true)]
    [InlineData("image/svg+xml", true)]
    [InlineData("text/html", false)]
    public void Some_texts_are_xml(string mediaType, bool expected) => Assert.Equal(expected, MediaTypes.IsXml(mediaType));

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("application/vnd.acme.v1", true)]
    [InlineData("application/vnd.acme+xml", false)]
    [InlineData("application/vnd.ms-excel", false)]
    [InlineData("application/pdf", false)]
    [InlineData("text/csv", false)]
    public void A_type_of_a_vendor_may_be_json(string mediaType, bool expected) => Assert.Equal(expected, MediaTypes.MayBeJson(mediaType));
}
