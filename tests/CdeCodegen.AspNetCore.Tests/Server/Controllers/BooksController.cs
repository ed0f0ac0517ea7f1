using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CdeCodegen.AspNetCore.Tests.Server.Controllers;

/// <summary>Books, by a controller.</summary>
[ApiController]
[Route("books")]
public sealed class BooksController : ControllerBase
{
    /// <summary>Finds a book.</summary>
    /// <param name="id">The number of the book.</param>
    [HttpGet("{id:int}", Name = "GetBook")]
    [ProducesResponseType<Book>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public ActionResult<Book> Get(int id) => id == 404 ? NotFound() : new Book { Id = id, Title = "T", Price = 9.99m, Language = Language.English };

    [HttpPost(Name = "AddBook")]
    [ProducesResponseType<Book>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public ActionResult<Book> Add(Book book) => CreatedAtAction(nameof(Get), new { id = book.Id }, book);

    [HttpGet(Name = "FindBooks")]
    public IEnumerable<string> Find([FromQuery] BookFilter filter, [FromHeader(Name = "X-Trace")] string? trace) =>
        [$"{filter.Author} {filter.MinPrice} {filter.Language} {string.Join(',', filter.Tags ?? [])} {trace}"];

    [HttpGet("title", Name = "GetTitle")]
    public string GetTitle() => "A title";

    [HttpGet("price", Name = "GetPrice")]
    public decimal GetPrice() => 9.99m;

    [Consumes("multipart/form-data")]
    [HttpPost("cover", Name = "PostCover")]
    public async Task<ActionResult<string>> Cover([FromForm] CoverForm form) =>
        $"{form.BookId} {form.File?.FileName} {await new StreamReader(form.File!.OpenReadStream()).ReadToEndAsync()}";

    [HttpPost("covers", Name = "PostCovers")]
    public int Covers(List<IFormFile> files) => files.Count;

    [HttpGet("{id:int}/pages", Name = "GetPages")]
    [Produces("application/pdf")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK)]
    public IActionResult Pages(int id) => File([(byte)id], "application/pdf", "pages.pdf");

    [Authorize]
    [HttpDelete("{id:int}", Name = "DeleteBook")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    public IActionResult Delete(int id) => id > 0 ? NoContent() : NotFound();
}

/// <summary>A book.</summary>
public sealed class Book
{
    /// <summary>The number.</summary>
    public int Id { get; set; }

    [Required]
    [MinLength(1)]
    public string Title { get; set; } = "";

    [Range(0, 1000)]
    public decimal Price { get; set; }

    public Language Language { get; set; }
}

public enum Language
{
    German,
    English,
}

public sealed class BookFilter
{
    public string? Author { get; set; }

    public decimal? MinPrice { get; set; }

    public Language? Language { get; set; }

    public List<string>? Tags { get; set; }
}

public sealed class CoverForm
{
    public int BookId { get; set; }

    public IFormFile? File { get; set; }
}
