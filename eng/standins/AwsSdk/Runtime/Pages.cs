using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Fixer.AwsSdk;

/// <summary>The pages of an operation, asked for one after the other.</summary>
internal abstract class Pages<TResponse> : IPaginator<TResponse>
{
    bool isUsed;

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref isUsed, true))
            throw new InvalidOperationException("A paginator can be read once; make another one.");
        bool more;
        do
        {
            var page = await Get(cancellationToken).ConfigureAwait(false);
            more = Turn(page);
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
        while (more);
    }

    protected abstract Task<TResponse> Get(CancellationToken cancellationToken);

    /// <summary>Asks for the page behind this one from now on; false if there is none.</summary>
    protected abstract bool Turn(TResponse page);
}
