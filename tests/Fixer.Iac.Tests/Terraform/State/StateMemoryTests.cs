using System.Text;
using Fixer.Iac.Terraform.State;

namespace Fixer.Iac.Tests.Terraform.State;

/// <summary>What large states cost. The states are made while they are read, so that nothing but the reader holds any of them.</summary>
[NonParallelizable]
public class StateMemoryTests
{
    const long MiB = 1 << 20;

    [Test]
    public void Read_500MiBOfAttributes_HoldsNoneOfThem()
    {
        // Sixteen instances of 32 MiB each, in many small values.
        var filler = "\"tags\":{" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"\"k{i}\":[\"{new string('v', 20)}\",1,null],")) + "\"z\":0},";
        using var stream = new Made(16, i => $"{{\"index_key\":{i},\"attributes\":{{", i => filler, 950, i => $"\"id\":\"i{i}\"}}}}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var state = TerraformState.Read(stream, "large");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before - stream.Allocated;
        Assert.That(state.Fault, Is.Null);
        Assert.That(state.Instances.Select(i => i.Id), Is.EqualTo(Enumerable.Range(0, 16).Select(i => $"i{i}")));
        Assert.That(stream.Total, Is.GreaterThan(500 * MiB));
        Assert.That(allocated, Is.LessThan(MiB), "the buffer, and sixteen instances");
    }

    [Test]
    public void Read_AMillionRecords_FitIntoMemoryWithTheirIndex()
    {
        using var stream = new Made(
            StateReader.MostInstances,
            i => $"{{\"index_key\":\"host{i}_CNAME\",\"schema_version\":2,\"attributes\":{{\"alias\":[],\"fqdn\":\"host{i}.example.com\",\"id\":\"Z{i % 1000:d20}_host{i}_CNAME\",",
            i => $"\"name\":\"host{i}\",\"records\":[\"x{i}.cloudfront.net\"],\"set_identifier\":\"\",\"ttl\":300,\"type\":\"CNAME\",\"zone_id\":\"Z{i % 1000:d20}\"}},",
            1,
            _ => "\"sensitive_attributes\":[],\"private\":\"eyJzY2hlbWFfdmVyc2lvbiI6IjIifQ==\",\"dependencies\":[\"aws_route53_zone.this\"]}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var state = TerraformState.Read(stream, "large");
        var read = GC.GetTotalMemory(forceFullCollection: true) - before;
        var index = StateIndex.Of([state]);
        var indexed = GC.GetTotalMemory(forceFullCollection: true) - before - read;
        TestContext.Out.WriteLine($"{stream.Total / MiB} MiB read; {read / state.Instances.Length} bytes an instance, {indexed / state.Instances.Length} in the index");
        Assert.That(state.Fault, Is.Null);
        Assert.That(index.ByRecord(StateRecord.Of($"Z{7:d20}", "host999007.example.com", "CNAME", null)).Owners.Single().Instance.Address, Is.EqualTo("aws_route53_record.this[\"host999007_CNAME\"]"));
        Assert.That(read / state.Instances.Length, Is.LessThan(600));
        Assert.That(indexed / state.Instances.Length, Is.LessThan(50));
        GC.KeepAlive(index);
    }

    [Test]
    public void Read_MoreInstancesThanAnyStateHas_StopsThere()
    {
        using var stream = new Made(StateReader.MostInstances + 1, i => $"{{\"index_key\":{i}", _ => "", 0, _ => "}");
        var state = TerraformState.Read(stream, "large");
        Assert.That((state.Fault?.Code, state.Instances.Length), Is.EqualTo(("TFS009", StateReader.MostInstances)));
    }

    [Test]
    public void Read_MoreTextThanAnyStateHas_StopsThere()
    {
        var id = new string('i', 4000);
        using var stream = new Made(100_000, i => $"{{\"index_key\":{i},\"attributes\":{{\"id\":\"{id}{i % 90}\"", _ => "", 0, _ => "}}");
        var state = TerraformState.Read(stream, "large");
        Assert.That(state.Fault?.Code, Is.EqualTo("TFS009"));
        Assert.That(state.Instances, Has.Length.LessThan(40_000));
    }

    /// <summary>A state of one resource. It counts what it allocates to make the text.</summary>
    sealed class Made : Stream
    {
        readonly IEnumerator<string> pieces;
        byte[] piece = [];
        int at;

        public Made(int instances, Func<int, string> start, Func<int, string> filler, int fillers, Func<int, string> end) =>
            pieces = Pieces(instances, start, filler, fillers, end).GetEnumerator();

        public long Allocated { get; private set; }

        public long Total { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Total; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (at == piece.Length)
            {
                (piece, at) = (pieces.MoveNext() ? Encoding.UTF8.GetBytes(pieces.Current) : [], 0);
                Total += piece.Length;
            }

            var count = Math.Min(buffer.Length, piece.Length - at);
            piece.AsSpan(at, count).CopyTo(buffer);
            at += count;
            Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        static IEnumerable<string> Pieces(int instances, Func<int, string> start, Func<int, string> filler, int fillers, Func<int, string> end)
        {
            yield return "{\"version\":4,\"resources\":[{\"mode\":\"managed\",\"type\":\"aws_route53_record\",\"name\":\"this\",\"instances\":[";
            for (var i = 0; i < instances; i++)
            {
                yield return (i == 0 ? "" : ",") + start(i);
                for (var j = 0; j < fillers; j++)
                    yield return j == 0 || fillers == 1 ? filler(i) : filler(i).Replace("\"tags\"", $"\"tags{j}\"", StringComparison.Ordinal);
                yield return end(i);
            }

            yield return "]}]}";
        }
    }
}
