using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Reports the keywords that say something about messages which the client does not express. Keywords that only restrict valid values, such as
/// <c>not</c> and <c>maxLength</c>, and those for readers, such as <c>example</c>, have no effect on a client and are not reported.
/// </summary>
internal sealed class UnreadKeywords(DiagnosticBag diagnostics)
{
    /// <summary>The offsets of reported keywords: schemas that follow from others repeat their members.</summary>
    private readonly HashSet<int> _reported = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>Reports an object of the document once, at its first occurrence.</summary>
    /// <param name="node">The value of the keyword, or null if it is not there.</param>
    /// <param name="construct">A noun phrase that starts a sentence.</param>
    /// <param name="replacement">What happens instead.</param>
    public void Once(SpecNode? node, string construct, string replacement)
    {
        if (node is { Count: > 0 } && _kinds.Add(construct))
        {
            diagnostics.Report(Descriptors.Degraded, node, construct, replacement);
        }
    }

    public void InSchema(SpecNode schema)
    {
        SpecMember[] members = schema.Members;
        for (int i = 0; i < members.Length; i++)
        {
            switch (members[i].Name)
            {
                case "if" when AddsMembers(schema["then"]) || AddsMembers(schema["else"]):
                    Report(members[i], "A condition with 'if'", "what 'then' and 'else' describe is not part of the type");
                    break;
                case "dependentSchemas" or "dependencies" when AddsMembersOfAny(members[i].Value):
                    Report(members[i], "A schema that depends on a member", "what it describes is not part of the type");
                    break;
                case "collectionFormat" when schema["in"] is null && members[i].Value.Text != "csv":
                    Report(members[i], "The collectionFormat of a header or of inner lists", "items of a header are separated by commas, and inner lists are JSON");
                    break;
                case "required" when members[i].Value.Kind == SpecKind.Boolean:
                    if (schema["in"] is null && members[i].Value.Text == "true")
                    {
                        Report(members[i], "'required: true' of a member, where a list of names in the object is expected,", "the member is optional");
                    }

                    break;
                case "properties" or "required" or "type" or "items" or "additionalProperties" or "enum" or "allOf" or "oneOf" or "anyOf" or "$ref" or "nullable"
                    or "readOnly" or "writeOnly" or "format" or "discriminator"
                    when SchemaSyntax.FaultOf(members[i]) is { } fault:
                    ReportInvalid(members[i], fault);
                    break;
                case "default" when !SchemaSyntax.IsDefault(members[i].Value, schema["type"]):
                    Report(members[i], $"A default that is not a value of type {schema["type"]!.Text}", "it has no constant");
                    break;
                case "properties":
                    InProperties(members[i].Value);
                    break;
                case "$dynamicRef" or "$recursiveRef" when members[i].Value.Kind == SpecKind.String:
                    Report(members[i], "A dynamic reference", "it refers to its static target");
                    break;
                default:
                    if (members[i].Name.StartsWith("x-", StringComparison.Ordinal))
                    {
                        InExtension(schema, members[i]);
                    }
                    else if (SchemaSyntax.Meant(members[i].Name) is { } meant)
                    {
                        ReportInvalid(members[i], Spelling.Proposal(meant));
                    }

                    break;
            }
        }
    }

    private void InExtension(SpecNode schema, in SpecMember extension)
    {
        if (ExtensionSyntax.FaultOf(extension) is { } fault)
        {
            ReportInvalid(extension, fault);
        }
        else if (ExtensionSyntax.Mismatch(schema, extension) is var (entries, values))
        {
            Report(extension, $"A list '{extension.Name}' whose length ({entries}) is not that of the enumeration ({values})", "entries belong to values by their position");
        }
    }

    /// <param name="type">The media type as written.</param>
    /// <param name="media">The object that describes it.</param>
    public void InMediaType(string type, SpecNode media)
    {
        bool isForm = type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        foreach (SpecMember member in media.Members)
        {
            if (member.Name is "itemEncoding" or "prefixEncoding")
            {
                Report(member, "The encoding of the items of a body", "each item has the media type of its schema");
            }
            else if (member.Name == "encoding")
            {
                foreach (SpecMember field in member.Value.Members)
                {
                    InEncoding(field, isForm);
                }
            }
        }
    }

    /// <param name="parameter">A parameter that is described by <c>content</c>.</param>
    /// <param name="content">The value of <c>content</c>.</param>
    public void InParameter(SpecNode parameter, SpecNode content)
    {
        SpecMember media = content.Members[0];
        Once(content.Count > 1 ? content : null, "A parameter with several media types", "the first one is used");
        Once(media.Value["encoding"], "The encoding of the fields of a parameter", "each field is sent in style form");
        if (IsXml(media.Name))
        {
            Once(parameter, "A parameter in XML", "its text is given");
        }
    }

    /// <summary>Whether a media type is XML. Office documents, which have <c>openxmlformats</c> in their names, are not.</summary>
    private static bool IsXml(string mediaType)
    {
        int parameters = mediaType.IndexOf(';');
        string bare = (parameters < 0 ? mediaType : mediaType.Substring(0, parameters)).Trim();
        return bare.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="schema">The value of <c>itemSchema</c> of a media type that is no sequence.</param>
    /// <param name="hasSchema">Whether the media type has a <c>schema</c> as well.</param>
    public void ItemSchema(SpecNode schema, bool hasSchema)
    {
        if (_reported.Add(schema.Start))
        {
            string replacement = hasSchema ? "the 'schema' describes the body" : "the body is an array of the items";
            diagnostics.Report(Descriptors.Degraded, schema, "An itemSchema of JSON, which is not a sequence,", replacement);
        }
    }

    private void InEncoding(in SpecMember field, bool isForm)
    {
        foreach (SpecMember member in field.Value.Members)
        {
            switch (member.Name)
            {
                case "headers" when member.Value.Count > 0 && !isForm:
                    Report(member, $"A header of the part '{field.Name}'", "it is not sent");
                    break;
                case "encoding" or "prefixEncoding" or "itemEncoding" when member.Value.Count > 0:
                    Report(member, $"The encoding within the part '{field.Name}'", "the part is JSON or text");
                    break;
                case "style" when !isForm && member.Value.Text is "spaceDelimited" or "pipeDelimited" or "deepObject":
                case "explode" when !isForm && member.Value.Text == "false":
                    Report(member, $"The style of the part '{field.Name}'", "each item of a list is a part, and an object is a part in JSON");
                    break;
                case "style" when isForm && member.Value.Text is not ("form" or "spaceDelimited" or "pipeDelimited" or "deepObject"):
                    Report(member, $"The style '{member.Value.Text}' of the field '{field.Name}' of a form", "it is sent in style form");
                    break;
                case "contentType" when isForm && field.Value["style"] is null && IsOnlyXml(member.Value.Text):
                    Report(member, $"The content type {member.Value.Text} of the field '{field.Name}' of a form", "an object is sent as JSON");
                    break;
            }
        }
    }

    /// <summary>Whether the content type of a field, which can be a list, names XML and not JSON.</summary>
    private static bool IsOnlyXml(string contentType) =>
        contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0 && Array.Exists(contentType.Split(','), IsXml);

    private void InProperties(SpecNode properties)
    {
        foreach (SpecMember property in properties.Members)
        {
            if (property.Value.Kind is not (SpecKind.Object or SpecKind.Boolean) && _reported.Add(property.NameStart))
            {
                diagnostics.Report(Descriptors.Degraded, property, $"The member '{property.Name}', whose value is not a schema,", "its value is JSON");
            }
        }
    }

    private void ReportInvalid(in SpecMember member, string fault)
    {
        if (_reported.Add(member.NameStart))
        {
            diagnostics.Report(Descriptors.InvalidKeyword, member, member.Name, fault);
        }
    }

    private void Report(in SpecMember member, string construct, string replacement)
    {
        if (_reported.Add(member.NameStart))
        {
            diagnostics.Report(Descriptors.Degraded, member, construct, replacement);
        }
    }

    private static bool AddsMembersOfAny(SpecNode schemas)
    {
        foreach (SpecMember member in schemas.Members)
        {
            if (AddsMembers(member.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a schema describes more than which values are valid.</summary>
    private static bool AddsMembers(SpecNode? schema)
    {
        foreach (SpecMember member in schema?.Members ?? [])
        {
            bool isDescription = member.Name is "properties" or "$ref" or "allOf" or "oneOf" or "anyOf" or "additionalProperties" or "patternProperties" or "items";
            if (isDescription && (member.Name != "properties" || TypesAnyMember(member.Value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Conditions often only restrict a member to a constant, which its own schema describes.</summary>
    private static bool TypesAnyMember(SpecNode properties)
    {
        foreach (SpecMember property in properties.Members)
        {
            if ((property.Value["type"] ?? property.Value["$ref"] ?? property.Value["properties"]) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
