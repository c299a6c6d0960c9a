using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DifferenceEntry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosingEnteredOn",
                table: "Differences",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "Differences",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // What was entered before is counted as it was until now.
            // In a command of its own: in a script the column would be looked for before it is there.
            migrationBuilder.Sql("EXEC(N'UPDATE \"Differences\" SET \"EnteredOn\" = \"LoggedOn\", \"ClosingEnteredOn\" = \"ClosedOn\"')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ClosingEnteredOn",
                table: "Differences");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                table: "Differences");
        }
    }
}
