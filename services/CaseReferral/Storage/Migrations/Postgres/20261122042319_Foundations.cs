using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseReferral.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Foundations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "SuspendedOn",
                table: "Memberships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SeatId",
                table: "CaseTeams",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgencyGaps",
                columns: table => new
                {
                    GapId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyGaps", x => x.GapId);
                });

            migrationBuilder.CreateTable(
                name: "KnownSeats",
                columns: table => new
                {
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ended = table.Column<bool>(type: "boolean", nullable: false),
                    NewSince = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownSeats", x => x.SeatId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_SuspendedOn",
                table: "Memberships",
                column: "SuspendedOn");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTeams_SeatId",
                table: "CaseTeams",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyGaps_TaskForceId_AgencyId",
                table: "AgencyGaps",
                columns: new[] { "TaskForceId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_KnownSeats_TaskForceId_AgencyId",
                table: "KnownSeats",
                columns: new[] { "TaskForceId", "AgencyId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyGaps");

            migrationBuilder.DropTable(
                name: "KnownSeats");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_SuspendedOn",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_CaseTeams_SeatId",
                table: "CaseTeams");

            migrationBuilder.DropColumn(
                name: "SuspendedOn",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "SeatId",
                table: "CaseTeams");
        }
    }
}
