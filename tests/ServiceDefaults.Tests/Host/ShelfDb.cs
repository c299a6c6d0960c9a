using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Tests.Host;

public class ShelfDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Book> Books => Set<Book>();
}

public sealed class SqliteShelfDb(DbContextOptions<SqliteShelfDb> options) : ShelfDb(options);

public sealed class PostgresShelfDb(DbContextOptions<PostgresShelfDb> options) : ShelfDb(options);

public sealed class SqlServerShelfDb(DbContextOptions<SqlServerShelfDb> options) : ShelfDb(options);

public enum Cover { Hard, Soft }

public sealed class Book : Entity
{
    private Book() { }

    public Book(string title, Cover cover) => (Title, Cover) = (title, cover);

    public string Title { get; private set; } = "";
    public Cover Cover { get; private set; }

    public void Rename(string title) => Title = title;
}

internal sealed class BookConfiguration : IEntityTypeConfiguration<Book>
{
    public void Configure(EntityTypeBuilder<Book> builder) => builder.HasIndex(book => book.Title).IsUnique();
}
