using Fixer.Hcl.Evaluation;
using Fixer.Hcl.Functions;
using Fixer.Hcl.Values;

namespace Fixer.Iac.Terraform.State;

/// <summary>
/// The functions of Terragrunt that a repository alone answers: https://terragrunt.gruntwork.io/docs/reference/hcl/functions/. What those give that ask the
/// environment, a command or an account is not known.
/// </summary>
static class TerragruntFunctions
{
    static readonly string[] OfARun =
    [
        "get_aws_account_alias", "get_aws_account_id", "get_aws_caller_identity_arn", "get_aws_caller_identity_user_id", "get_default_retryable_errors", "get_env",
        "get_platform", "get_terraform_cli_args", "get_terraform_command", "get_terraform_commands_that_need_input", "get_terraform_commands_that_need_locking",
        "get_terraform_commands_that_need_parallelism", "get_terraform_commands_that_need_vars", "get_terragrunt_source_cli_flag", "get_working_dir",
        "mark_as_read", "render_aws_template", "run_cmd", "sops_decrypt_file",
    ];

    static readonly HclFunction Unknown = new HclValueFunction
    {
        Parameters = [],
        Variadic = new HclParameter("arguments", HclType.Dynamic, AllowsNull: true, AllowsUnknown: true),
        Body = call => HclValue.Unknown(HclType.Dynamic, call.Origin),
    };

    /// <summary>The functions by name, with those of Terraform.</summary>
    public static Dictionary<string, HclFunction> Of(TerragruntReader reader, TerragruntContext context)
    {
        var functions = new Dictionary<string, HclFunction>(StandardFunctions.All, StringComparer.Ordinal);
        foreach (var name in OfARun)
            functions[name] = Unknown;
        functions["find_in_parent_folders"] = Text((call, name) => FindInParentFolders(reader, context, name, call));
        functions["get_original_terragrunt_dir"] = Text((_, _) => reader.Absolute(reader.Unit is null ? context.Folder : SourceTree.FolderOf(reader.Unit)));
        functions["get_parent_terragrunt_dir"] = Text((_, name) => reader.Absolute(SourceTree.FolderOf(Include(context, name)?.Path ?? context.Unit)));
        functions["get_path_from_repo_root"] = Text((_, _) => Relative("", context.Folder));
        functions["get_path_to_repo_root"] = Text((_, _) => Relative(context.Folder, ""));
        functions["get_repo_root"] = Text((_, _) => reader.Absolute(""));
        functions["get_terragrunt_dir"] = Text((_, _) => reader.Absolute(context.Folder));
        functions["path_relative_from_include"] = Text((_, name) => Include(context, name) is { } i ? Relative(context.Folder, SourceTree.FolderOf(i.Path)) : ".");
        functions["path_relative_to_include"] = Text((_, name) => Include(context, name) is { } i ? Relative(SourceTree.FolderOf(i.Path), context.Folder) : ".");
        functions["read_terragrunt_config"] = new HclValueFunction
        {
            Parameters = [new HclParameter("path", HclType.String)],
            Variadic = new HclParameter("default", HclType.Dynamic, AllowsNull: true, AllowsUnknown: true),
            Body = call => reader.Config(call.Arguments[0].AsString(), context.Folder, call.Arguments.ElementAtOrDefault(1)),
        };
        return functions;
    }

    /// <summary>The way from one folder to another.</summary>
    public static string Relative(string from, string to)
    {
        var (start, end) = (from.Split('/', StringSplitOptions.RemoveEmptyEntries), to.Split('/', StringSplitOptions.RemoveEmptyEntries));
        var common = start.Zip(end).TakeWhile(p => p.First == p.Second).Count();
        var steps = Enumerable.Repeat("..", start.Length - common).Concat(end.Skip(common)).ToArray();
        return steps.Length == 0 ? "." : string.Join('/', steps);
    }

    /// <summary>The include meant; null if the unit has none at all.</summary>
    static TerragruntInclude? Include(TerragruntContext context, string? name) => context.Include(name)
        ?? (context.Includes.IsEmpty && name is null ? null : throw new HclFunctionException("Which include is meant cannot be told."));

    /// <summary>What is above the repository is not known, so that it has no such file cannot be said either.</summary>
    static string? FindInParentFolders(TerragruntReader reader, TerragruntContext context, string? name, HclCall call)
    {
        call.Budget.Spend(context.Folder.Length);
        for (var folder = context.Folder; folder.Length > 0;)
        {
            folder = SourceTree.FolderOf(folder);
            var path = StateLocation.Join(folder, name ?? "terragrunt.hcl");
            if (reader.Has(path) is not { } has)
                return null;
            if (has)
                return reader.Absolute(path);
        }

        return null;
    }

    /// <summary>A function of at most a name and something else; unknown if it gives null.</summary>
    static HclValueFunction Text(Func<HclCall, string?, string?> body) => new HclValueFunction
    {
        Result = HclType.String,
        Parameters = [],
        Variadic = new HclParameter("name", HclType.String),
        Body = call => body(call, call.Arguments is [var name, ..] ? name.AsString() : null) is { } text
            ? HclValue.String(text, call.Origin)
            : HclValue.Unknown(HclType.String, call.Origin),
    };
}
