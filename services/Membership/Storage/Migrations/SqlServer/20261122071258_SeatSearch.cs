using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SeatSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SeatNameWords_Hub_Word_TaskForceId_AgencyId_SeatId",
                table: "SeatNameWords");

            migrationBuilder.DropColumn(
                name: "AgencyId",
                table: "SeatNameWords");

            migrationBuilder.DropColumn(
                name: "TaskForceId",
                table: "SeatNameWords");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_AgencyId_Id",
                table: "Seats",
                columns: new[] { "AgencyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_Hub_Id",
                table: "Seats",
                columns: new[] { "Hub", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SeatNameWords_Hub_Word_SeatId",
                table: "SeatNameWords",
                columns: new[] { "Hub", "Word", "SeatId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Seats_AgencyId_Id",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_Hub_Id",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_SeatNameWords_Hub_Word_SeatId",
                table: "SeatNameWords");

            migrationBuilder.AddColumn<Guid>(
                name: "AgencyId",
                table: "SeatNameWords",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "TaskForceId",
                table: "SeatNameWords",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "IX_SeatNameWords_Hub_Word_TaskForceId_AgencyId_SeatId",
                table: "SeatNameWords",
                columns: new[] { "Hub", "Word", "TaskForceId", "AgencyId", "SeatId" });
        }
    }
}
