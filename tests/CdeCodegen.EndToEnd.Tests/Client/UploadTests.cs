using System.Text;
using CdeCodegen.Samples;
using Microsoft.AspNetCore.Http;
using Productsup.Cde;
using Productsup.Cde.Models;

namespace CdeCodegen.EndToEnd.Client;

/// <summary>The logo: the one request that is not JSON.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_logo_is_a_part_with_a_name_a_type_and_its_bytes()
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
        Assert.True(content.CanRead, "The stream belongs to the caller.");

        IFormFile file = await ReadFormAsync(server.Requests.Last());
        Assert.Equal(("logo", "image/svg+xml"), (file.Name, file.ContentType));
        Assert.Equal("größe 1.svg", file.FileName);
        using var reader = new StreamReader(file.OpenReadStream());
        Assert.Equal("<svg>Größe</svg>", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_file_that_does_not_say_its_type_has_the_one_of_the_document()
    {
        await using CdeServer server = await CdeServer.StartAsync();
        CdeClient cde = Clients.New(server.BaseAddress, CdeSeed.Owner);

        ConnectorVersionUploadLogoResult result = await cde.Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new MemoryStream(Encoding.UTF8.GetBytes("<svg/>")), "logo.svg") });

        Assert.IsType<ConnectorVersionUploadLogoResult.Success>(result);
        Assert.Equal("image/svg+xml", (await ReadFormAsync(server.Requests.Last())).ContentType);
    }

    [Fact]
    public async Task A_wrong_type_is_refused_by_the_server()
    {
        await using CdeServer server = await CdeServer.StartAsync();

        ConnectorVersionUploadLogoResult result = await Clients.New(server.BaseAddress, CdeSeed.Owner).Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new MemoryStream([1, 2, 3]), "logo.png", "image/png") });

        FieldErrors.Fields errors = Assert.IsType<Productsup.Cde.Models.FieldErrors.Fields>(Assert.IsType<ConnectorVersionUploadLogoResult.BadRequest>(result).Body.Errors);
        Assert.Equal(["logo"], errors.Value.Keys);
    }

    /// <summary>The file goes out while it is read: the second half is not even made before the server has had the first.</summary>
    [Fact]
    public async Task Nothing_is_held_in_memory_as_a_whole()
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

                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await StubServer.WriteAsync(context, 401, """{"message":"No."}""");
            });

        ConnectorVersionUploadLogoResult result = await Clients.New(server.BaseAddress, (CdeUser?)null).Connectors[CdeSeed.Connector].Versions["1"].Logo.PostAsync(
            new() { Logo = new FilePart(new TwoHalves(Half, firstHalfArrived.Task), "logo.svg") });

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

    /// <summary>A stream of unknown length that gives its second half only when it is told to.</summary>
    private sealed class TwoHalves(int half, Task mayGoOn) : Stream
    {
        private int _given;

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
            if (_given == half)
            {
                await mayGoOn.WaitAsync(cancellationToken);
            }

            int end = _given < half ? half : 2 * half;
            int count = Math.Min(buffer.Length, end - _given);
            buffer.Span[..count].Fill((byte)'x');
            _given += count;
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
