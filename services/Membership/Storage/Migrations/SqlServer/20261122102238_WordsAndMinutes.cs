using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WordsAndMinutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StructureChanges_TaskForceId_Id",
                table: "StructureChanges");

            migrationBuilder.DropIndex(
                name: "IX_MemberChanges_TaskForceId_AgencyId_Id",
                table: "MemberChanges");

            migrationBuilder.AddColumn<Guid>(
                name: "ByAgencyId",
                table: "StructureChanges",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ByRole",
                table: "StructureChanges",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "BySeatId",
                table: "StructureChanges",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BySubject",
                table: "StructureChanges",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "StructureChanges",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "Lapsed",
                table: "RemovalNotices",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // Who said what was there before is not known: so it is as if recorded for them, and theirs to confirm.
            migrationBuilder.AddColumn<bool>(
                name: "RecordedByCoordinator",
                table: "PrincipleAcknowledgements",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "RecordedByCoordinator",
                table: "PartyReasons",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "MemberChanges",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_TaskForceId_Place_Id",
                table: "StructureChanges",
                columns: new[] { "TaskForceId", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberChanges_TaskForceId_AgencyId_Place_Id",
                table: "MemberChanges",
                columns: new[] { "TaskForceId", "AgencyId", "Place", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StructureChanges_TaskForceId_Place_Id",
                table: "StructureChanges");

            migrationBuilder.DropIndex(
                name: "IX_MemberChanges_TaskForceId_AgencyId_Place_Id",
                table: "MemberChanges");

            migrationBuilder.DropColumn(
                name: "ByAgencyId",
                table: "StructureChanges");

            migrationBuilder.DropColumn(
                name: "ByRole",
                table: "StructureChanges");

            migrationBuilder.DropColumn(
                name: "BySeatId",
                table: "StructureChanges");

            migrationBuilder.DropColumn(
                name: "BySubject",
                table: "StructureChanges");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "StructureChanges");

            migrationBuilder.DropColumn(
                name: "Lapsed",
                table: "RemovalNotices");

            migrationBuilder.DropColumn(
                name: "RecordedByCoordinator",
                table: "PrincipleAcknowledgements");

            migrationBuilder.DropColumn(
                name: "RecordedByCoordinator",
                table: "PartyReasons");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "MemberChanges");

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_TaskForceId_Id",
                table: "StructureChanges",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberChanges_TaskForceId_AgencyId_Id",
                table: "MemberChanges",
                columns: new[] { "TaskForceId", "AgencyId", "Id" });
        }
    }
}
