using System.Collections.Concurrent;

namespace Fixer.Adapters.Embedded.Organization;

/// <summary>
/// The gate every embedded call passes, as a real one passes STS and the service: roles can be missing, calls refused, throttled or failing.
/// Records which role called what, so that tests can compare it with what a playbook declares.
/// </summary>
public sealed class EmbeddedCalls(OrganizationFile file, TimeProvider clock)
{
    /// <summary>Attempts at a call that is throttled or fails, as the AWS SDK's standard mode makes.</summary>
    public const int Attempts = 4;

    private readonly ConcurrentDictionary<Fault, int> happened = new();
    private readonly ConcurrentDictionary<(string Role, string Operation), int> made = new();

    /// <summary>Every (role, operation) that was called.</summary>
    public IEnumerable<(string Role, string Operation)> Made => made.Keys;

    /// <summary>Passes, or throws what AWS would have answered after the retries.</summary>
    /// <exception cref="AwsCallException">The call failed.</exception>
    public async Task Call(string role, string account, string region, string operation, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var fault = file.Read().Faults.FirstOrDefault(f => Hits(f, account, region, operation));
            if (fault is null || (fault.Times > 0 && happened.AddOrUpdate(fault, 1, (_, n) => n + 1) > fault.Times))
            {
                made.AddOrUpdate((role, operation), 1, (_, n) => n + 1);
                return;
            }

            if (fault.Kind == FaultKind.AccessDenied)
                throw new AwsCallException("AccessDenied", fault.Operation == "sts:AssumeRole" ? $"role {role} cannot be assumed in account {account}" : $"role {role} of account {account} may not call {operation}", isTransient: false);
            if (attempt == Attempts)
                throw new AwsCallException(fault.Kind == FaultKind.Throttled ? "Throttling" : "ServiceUnavailable", $"{operation} in {account}/{region} failed {Attempts} times", isTransient: true);
            await Task.Delay(TimeSpan.FromMilliseconds(5 << attempt), clock, cancellation);
        }
    }

    private static bool Hits(Fault fault, string account, string region, string operation) =>
        (fault.Account == "*" || fault.Account == account)
        && (fault.Region == "*" || fault.Region == region)
        && (fault.Operation == "*" || fault.Operation == operation || fault.Operation == "sts:AssumeRole");
}

/// <summary>An AWS call failed.</summary>
/// <param name="code">AWS's error code.</param>
/// <param name="message">What was called, and where.</param>
/// <param name="isTransient">Whether another try, later, may work.</param>
public sealed class AwsCallException(string code, string message, bool isTransient) : Exception($"{message} ({code})")
{
    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>Whether another try, later, may work.</summary>
    public bool IsTransient { get; } = isTransient;
}
