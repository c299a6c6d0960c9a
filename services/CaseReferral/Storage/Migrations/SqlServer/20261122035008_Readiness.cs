using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseReferral.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Readiness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AgencyGaps",
                columns: table => new
                {
                    GapId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyGaps", x => x.GapId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyGaps_TaskForceId_AgencyId",
                table: "AgencyGaps",
                columns: new[] { "TaskForceId", "AgencyId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyGaps");
        }
    }
}
