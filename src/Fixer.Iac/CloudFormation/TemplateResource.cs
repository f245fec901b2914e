using System.Collections.Immutable;
using Fixer.Iac.Documents;

namespace Fixer.Iac.CloudFormation;

/// <summary>A resource of a template, as written.</summary>
/// <param name="LogicalId">The key in <c>Resources</c>; in a <c>Fn::ForEach</c> it usually has a placeholder in it.</param>
/// <param name="Type">Such as <c>AWS::Route53::RecordSet</c>.</param>
/// <param name="Entry">The key and the whole body.</param>
/// <param name="Properties">The value of <c>Properties</c>; null where none is written.</param>
/// <param name="DependsOn">The logical ids in <c>DependsOn</c>.</param>
/// <param name="Condition">The condition's name.</param>
/// <param name="DeletionPolicy">What happens to it when it leaves the template, as written (<c>Retain</c>, …).</param>
/// <param name="UpdateReplacePolicy">What happens to it when it is replaced, as written.</param>
/// <param name="InForEach">Whether one entry yields several resources, by <c>Fn::ForEach</c>.</param>
/// <param name="Location">The lines of the entry.</param>
public sealed record TemplateResource(
    string LogicalId,
    string Type,
    DocumentEntry Entry,
    DocumentNode? Properties,
    ImmutableArray<string> DependsOn,
    string? Condition,
    string? DeletionPolicy,
    string? UpdateReplacePolicy,
    bool InForEach,
    SourceLocation Location);

/// <summary>A parameter of a template.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Such as <c>String</c>.</param>
/// <param name="Default">The default, which a deployment may override: it never says what the value is.</param>
public sealed record TemplateParameter(string Name, string? Type, string? Default);
