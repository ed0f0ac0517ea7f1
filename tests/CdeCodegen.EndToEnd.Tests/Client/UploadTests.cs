using System.Text;
using CdeCodegen.Samples;
using Microsoft.AspNetCore.Http;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>The upload of a logo, the only request with a multipart body.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_file_is_sent_as_a_part_with_name_file_name_type_and_content()
    {
        await using CdeServer server = await CdeServer.StartAsync();
        var content = new MemoryStream(Encoding.UTF8.GetBytes("<svg>Größe</svg>"));
        CdeClient cde = Clients.New(server.BaseAddress, CdeSeed.Owner);

        ConnectorVersionUploadLogoResult result = await cde.Connectors[CdeSeed.Connector].Versions["latest"].Logo.PostAsync(
            new() { Logo = new FilePart(content, "größe 1.svg", "image/svg+xml") });

        VersionEnvelope uploaded = Assert.IsType<ConnectorVersionUploadLogoResult.Success>(result).Body;
        Assert.Equal("Logo has been uploaded successfully.", uploaded.Message);
        Assert.Equal(("1.0.1", "updated"), (uploaded.Data.VersionValue, uploaded.Data.State));
        Assert.Equal(new Uri(server.BaseAddress, $"connectors/{CdeSeed.Connector}/1/logo.svg"), uploaded.Data.Logo);
        Assert.True(content.CanRead, "The client must not dispose the caller's stream.");

        IFormFile file = await ReadFormAsync(server.Requests.Last());
        Assert.Equal(("logo", "image/svg+xml"), (file.Name, file.ContentType));
        Assert.Equal("größe 1.svg", file.FileName);
        using var reader = new StreamReader(file.OpenReadStream());
        Assert.Equal("<svg>Größe</svg>", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_file_without_a_content_type_gets_the_documented_one()
    {
        await using CdeServer server = await CdeServer.StartAsync();
        CdeClient cde = Clients.New(server.BaseAddress, CdeSeed.Owner);

        ConnectorVersionUploadLogoResult result = await cde.Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new MemoryStream(Encoding.UTF8.GetBytes("<svg/>")), "logo.svg") });

        Assert.IsType<ConnectorVersionUploadLogoResult.Success>(result);
        Assert.Equal("image/svg+xml", (await ReadFormAsync(server.Requests.Last())).ContentType);
    }

    [Fact]
    public async Task A_file_of_another_type_is_a_bad_request()
    {
        await using CdeServer server = await CdeServer.StartAsync();
        CdeClient cde = Clients.New(server.BaseAddress, CdeSeed.Owner);

        ConnectorVersionUploadLogoResult result = await cde.Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new MemoryStream([1, 2, 3]), "logo.png", "image/png") });

        FieldErrors errors = Assert.IsType<ConnectorVersionUploadLogoResult.BadRequest>(result).Body.Errors;
        Assert.Equal(["logo"], Assert.IsType<FieldErrors.Fields>(errors).Value.Keys);
    }

    /// <summary>The stream blocks after its first half until the server has received a part of it, so a client that buffers would never finish.</summary>
    [Fact]
    public async Task A_file_is_streamed_and_not_buffered()
    {
        const int Half = 1 << 20;
        var firstHalfArrived = new TaskCompletionSource();
        long received = 0;
        await using StubServer server = await StubServer.StartAsync(
            async context =>
            {
                byte[] buffer = new byte[1 << 16];
                for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;)
                {
                    received += read;
                    if (received >= Half / 2)
                    {
                        firstHalfArrived.TrySetResult();
                    }
                }

                await StubServer.WriteAsync(context, 401, """{"message":"No."}""");
            });

        CdeClient cde = Clients.New(server.BaseAddress, (CdeUser?)null);
        ConnectorVersionUploadLogoResult result = await cde.Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new TwoHalvesStream(Half, firstHalfArrived.Task), "logo.svg") });

        Assert.IsType<ConnectorVersionUploadLogoResult.Unauthorized>(result);
        Assert.InRange(received, 2 * Half, (2 * Half) + 1000);
    }

    private static async Task<IFormFile> ReadFormAsync(RecordedRequest request)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = request.Headers["Content-Type"];
        context.Request.Body = new MemoryStream(request.Body.ToArray());
        return Assert.Single((await context.Request.ReadFormAsync()).Files);
    }

    /// <summary>A stream of unknown length whose second half becomes readable when a task completes.</summary>
    private sealed class TwoHalvesStream(int half, Task secondHalf) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_position == half)
            {
                await secondHalf.WaitAsync(cancellationToken);
            }

            int end = _position < half ? half : 2 * half;
            int count = Math.Min(buffer.Length, end - _position);
            buffer.Span[..count].Fill((byte)'x');
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
