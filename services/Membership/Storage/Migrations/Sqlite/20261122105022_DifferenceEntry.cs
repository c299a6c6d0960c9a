using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "Differences",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // What was entered before is counted as it was until now.
            migrationBuilder.Sql("UPDATE \"Differences\" SET \"EnteredOn\" = \"LoggedOn\", \"ClosingEnteredOn\" = \"ClosedOn\"");
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
