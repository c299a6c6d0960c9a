using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DecidedTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CommitteeId",
                table: "Decisions",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubjectRevision",
                table: "Decisions",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CommitteeId",
                table: "Decisions",
                column: "CommitteeId");

            migrationBuilder.AddForeignKey(
                name: "FK_Decisions_Committees_CommitteeId",
                table: "Decisions",
                column: "CommitteeId",
                principalTable: "Committees",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Decisions_Committees_CommitteeId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_CommitteeId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "CommitteeId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "SubjectRevision",
                table: "Decisions");
        }
    }
}
