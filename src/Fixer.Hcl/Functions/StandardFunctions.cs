using System.Collections.Frozen;
using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions.Collections;
using Fixer.Hcl.Functions.Dates;
using Fixer.Hcl.Functions.Encodings;
using Fixer.Hcl.Functions.Hashing;
using Fixer.Hcl.Functions.Networks;
using Fixer.Hcl.Functions.Numbers;
using Fixer.Hcl.Functions.Patterns;
using Fixer.Hcl.Functions.Strings;
using Fixer.Hcl.Functions.Types;

namespace Fixer.Hcl.Functions;

/// <summary>
/// The functions of Terraform 1.11 that need nothing but their arguments: https://developer.hashicorp.com/terraform/language/functions.
/// Those that read files, and those of YAML, are not among them. What cannot be known without running Terraform is unknown.
/// </summary>
public static class StandardFunctions
{
    static readonly Dictionary<string, HclFunction> Functions = new()
    {
        ["abs"] = Arithmetic.Abs,
        ["alltrue"] = Membership.AllTrue,
        ["anytrue"] = Membership.AnyTrue,
        ["base64decode"] = Base64.Base64Decode,
        ["base64encode"] = Base64.Base64Encode,
        ["base64gzip"] = Base64.Base64Gzip,
        ["base64sha256"] = Hashes.Base64Sha256,
        ["base64sha512"] = Hashes.Base64Sha512,
        ["basename"] = Paths.BaseName,
        ["bcrypt"] = Unpredictable.Bcrypt,
        ["can"] = Attempts.Can,
        ["ceil"] = Arithmetic.Ceil,
        ["chomp"] = Trimming.Chomp,
        ["chunklist"] = Sequences.ChunkList,
        ["cidrhost"] = Cidr.CidrHost,
        ["cidrnetmask"] = Cidr.CidrNetmask,
        ["cidrsubnet"] = Cidr.CidrSubnet,
        ["cidrsubnets"] = Cidr.CidrSubnets,
        ["coalesce"] = Selection.Coalesce,
        ["coalescelist"] = Selection.CoalesceList,
        ["compact"] = Filters.Compact,
        ["concat"] = Sequences.Concat,
        ["contains"] = Membership.Contains,
        ["csvdecode"] = CsvDecoding.CsvDecode,
        ["dirname"] = Paths.DirName,
        ["distinct"] = Filters.Distinct,
        ["element"] = Selection.Element,
        ["endswith"] = Searching.EndsWith,
        ["ephemeralasnull"] = Marks.Unchanged,
        ["flatten"] = Sequences.Flatten,
        ["floor"] = Arithmetic.Floor,
        ["format"] = Formatting.Format,
        ["formatdate"] = Timestamps.FormatDate,
        ["formatlist"] = Formatting.FormatList,
        ["indent"] = Joining.Indent,
        ["index"] = Membership.Index,
        ["issensitive"] = Marks.IsSensitive,
        ["join"] = Joining.Join,
        ["jsondecode"] = JsonDecoding.JsonDecode,
        ["jsonencode"] = JsonEncoding.JsonEncode,
        ["keys"] = Mappings.Keys,
        ["length"] = Membership.Length,
        ["log"] = Powers.Log,
        ["lookup"] = Selection.Lookup,
        ["lower"] = LetterCase.Lower,
        ["matchkeys"] = Filters.MatchKeys,
        ["max"] = Arithmetic.Max,
        ["md5"] = Hashes.Md5,
        ["merge"] = Mappings.Merge,
        ["min"] = Arithmetic.Min,
        ["nonsensitive"] = Marks.Unchanged,
        ["one"] = Selection.One,
        ["parseint"] = Parsing.ParseInt,
        ["pathexpand"] = Paths.PathExpand,
        ["plantimestamp"] = Unpredictable.Timestamp,
        ["pow"] = Powers.Pow,
        ["range"] = Ranges.Range,
        ["regex"] = Matching.Regex,
        ["regexall"] = Matching.RegexAll,
        ["replace"] = Replacing.Replace,
        ["reverse"] = Sequences.Reverse,
        ["rsadecrypt"] = Unpredictable.RsaDecrypt,
        ["sensitive"] = Marks.Unchanged,
        ["setintersection"] = SetOperations.Intersection,
        ["setproduct"] = Products.SetProduct,
        ["setsubtract"] = SetOperations.Subtract,
        ["setunion"] = SetOperations.Union,
        ["sha1"] = Hashes.Sha1,
        ["sha256"] = Hashes.Sha256,
        ["sha512"] = Hashes.Sha512,
        ["signum"] = Arithmetic.Signum,
        ["slice"] = Sequences.Slice,
        ["sort"] = Sequences.Sort,
        ["split"] = Joining.Split,
        ["startswith"] = Searching.StartsWith,
        ["strcontains"] = Searching.StrContains,
        ["strrev"] = Graphemes.Strrev,
        ["substr"] = Graphemes.Substr,
        ["sum"] = Arithmetic.Sum,
        ["templatestring"] = StringTemplates.TemplateString,
        ["textdecodebase64"] = Base64.TextDecodeBase64,
        ["textencodebase64"] = Base64.TextEncodeBase64,
        ["timeadd"] = Timestamps.TimeAdd,
        ["timecmp"] = Timestamps.TimeCmp,
        ["timestamp"] = Unpredictable.Timestamp,
        ["title"] = LetterCase.Title,
        ["tobool"] = Conversions.ToBool,
        ["tolist"] = Conversions.ToList,
        ["tomap"] = Conversions.ToMap,
        ["tonumber"] = Conversions.ToNumber,
        ["toset"] = Conversions.ToSet,
        ["tostring"] = Conversions.ToText,
        ["transpose"] = Mappings.Transpose,
        ["trim"] = Trimming.Trim,
        ["trimprefix"] = Trimming.TrimPrefix,
        ["trimspace"] = Trimming.TrimSpace,
        ["trimsuffix"] = Trimming.TrimSuffix,
        ["try"] = Attempts.Try,
        ["upper"] = LetterCase.Upper,
        ["urlencode"] = UrlEncoding.UrlEncode,
        ["uuid"] = Unpredictable.Uuid,
        ["uuidv5"] = NameUuids.UuidV5,
        ["values"] = Mappings.Values,
        ["zipmap"] = Mappings.ZipMap,
    };

    /// <summary>The functions by name, each also under <c>core::</c> and its name.</summary>
    public static FrozenDictionary<string, HclFunction> All { get; } = Functions
        .Concat(Functions.Select(f => KeyValuePair.Create("core::" + f.Key, f.Value)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
