using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseReferral.Storage.Migrations.Sqlite
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
                    GapId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
