using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TaskForceStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Areas",
                table: "TaskForces",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Jurisdiction",
                table: "TaskForces",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhatUnitesUs",
                table: "TaskForces",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhatWeWantToDo",
                table: "TaskForces",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GuidingPrinciples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Principles = table.Column<string[]>(type: "text[]", maxLength: 12000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    InForceFor = table.Column<Guid>(type: "uuid", nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidingPrinciples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuidingPrinciples_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GuidingPrinciples_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReachedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Milestones_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyReasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyReasons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyReasons_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Vision = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Mission = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    InForceFor = table.Column<Guid>(type: "uuid", nullable: true),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Visions_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Visions_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrincipleAcknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PrinciplesId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcknowledgedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrincipleAcknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrincipleAcknowledgements_GuidingPrinciples_PrinciplesId",
                        column: x => x.PrinciplesId,
                        principalTable: "GuidingPrinciples",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuidingPrinciples_DecisionId",
                table: "GuidingPrinciples",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_GuidingPrinciples_InForceFor",
                table: "GuidingPrinciples",
                column: "InForceFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuidingPrinciples_TaskForceId_Number",
                table: "GuidingPrinciples",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_TaskForceId_Id",
                table: "Milestones",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyReasons_TaskForceId_AgencyId",
                table: "PartyReasons",
                columns: new[] { "TaskForceId", "AgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrincipleAcknowledgements_PrinciplesId_AgencyId",
                table: "PrincipleAcknowledgements",
                columns: new[] { "PrinciplesId", "AgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visions_DecisionId",
                table: "Visions",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Visions_InForceFor",
                table: "Visions",
                column: "InForceFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visions_TaskForceId_Number",
                table: "Visions",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "PartyReasons");

            migrationBuilder.DropTable(
                name: "PrincipleAcknowledgements");

            migrationBuilder.DropTable(
                name: "Visions");

            migrationBuilder.DropTable(
                name: "GuidingPrinciples");

            migrationBuilder.DropColumn(
                name: "Areas",
                table: "TaskForces");

            migrationBuilder.DropColumn(
                name: "Jurisdiction",
                table: "TaskForces");

            migrationBuilder.DropColumn(
                name: "WhatUnitesUs",
                table: "TaskForces");

            migrationBuilder.DropColumn(
                name: "WhatWeWantToDo",
                table: "TaskForces");
        }
    }
}
