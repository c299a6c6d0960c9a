using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Protocols : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Seats_TaskForceId",
                table: "Seats");

            migrationBuilder.CreateTable(
                name: "CompletedTrainings",
                columns: table => new
                {
                    TrainingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletedTrainings", x => new { x.TrainingId, x.SeatId });
                });

            migrationBuilder.CreateTable(
                name: "Protocols",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LastVersion = table.Column<int>(type: "int", nullable: false),
                    DraftVersion = table.Column<int>(type: "int", nullable: true),
                    AdoptedVersion = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Protocols", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Protocols_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProtocolVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 50000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edits = table.Column<int>(type: "int", nullable: false),
                    EditedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdoptedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtocolVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtocolVersions_Protocols_ProtocolId",
                        column: x => x.ProtocolId,
                        principalTable: "Protocols",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessGaps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    CuredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessGaps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadinessGaps_Protocols_ProtocolId",
                        column: x => x.ProtocolId,
                        principalTable: "Protocols",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProtocolAcknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CarriedFrom = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtocolAcknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtocolAcknowledgements_ProtocolVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProtocolVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProtocolAcknowledgements_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResponseSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MayShare = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    WithinMinutes = table.Column<int>(type: "int", nullable: true),
                    Hours = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NamedHours = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Next = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    When_Areas = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    When_Citizenships = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    When_Languages = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    When_Minors = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    When_TraffickingTypes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    When_VictimsFrom = table.Column<int>(type: "int", nullable: true),
                    When_VictimsTo = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponseSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponseSteps_ProtocolVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProtocolVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StepContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StepId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PassedFromSeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StepContacts_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StepContacts_ResponseSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "ResponseSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StepContacts_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_TaskForceId_AgencyId",
                table: "Seats",
                columns: new[] { "TaskForceId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_CompletedTrainings_SeatId",
                table: "CompletedTrainings",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_CompletedTrainings_TaskForceId",
                table: "CompletedTrainings",
                column: "TaskForceId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolAcknowledgements_SeatId",
                table: "ProtocolAcknowledgements",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolAcknowledgements_State_AskedOn",
                table: "ProtocolAcknowledgements",
                columns: new[] { "State", "AskedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolAcknowledgements_VersionId_SeatId",
                table: "ProtocolAcknowledgements",
                columns: new[] { "VersionId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolVersions_ProtocolId_Number",
                table: "ProtocolVersions",
                columns: new[] { "ProtocolId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolVersions_State_TaskForceId",
                table: "ProtocolVersions",
                columns: new[] { "State", "TaskForceId" });

            migrationBuilder.CreateIndex(
                name: "IX_ProtocolVersions_TaskForceId_State_Topic",
                table: "ProtocolVersions",
                columns: new[] { "TaskForceId", "State", "Topic" });

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_TaskForceId_Id",
                table: "Protocols",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_TaskForceId_Title",
                table: "Protocols",
                columns: new[] { "TaskForceId", "Title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessGaps_ProtocolId_Kind_SubjectId",
                table: "ReadinessGaps",
                columns: new[] { "ProtocolId", "Kind", "SubjectId" },
                unique: true,
                filter: "\"CuredOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessGaps_SeatId_CuredOn",
                table: "ReadinessGaps",
                columns: new[] { "SeatId", "CuredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessGaps_TaskForceId_AgencyId_CuredOn",
                table: "ReadinessGaps",
                columns: new[] { "TaskForceId", "AgencyId", "CuredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessGaps_TaskForceId_CuredOn_Id",
                table: "ReadinessGaps",
                columns: new[] { "TaskForceId", "CuredOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponseSteps_VersionId_Key",
                table: "ResponseSteps",
                columns: new[] { "VersionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StepContacts_AgencyId",
                table: "StepContacts",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_StepContacts_SeatId",
                table: "StepContacts",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_StepContacts_StepId_Place",
                table: "StepContacts",
                columns: new[] { "StepId", "Place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CompletedTrainings");

            migrationBuilder.DropTable(
                name: "ProtocolAcknowledgements");

            migrationBuilder.DropTable(
                name: "ReadinessGaps");

            migrationBuilder.DropTable(
                name: "StepContacts");

            migrationBuilder.DropTable(
                name: "ResponseSteps");

            migrationBuilder.DropTable(
                name: "ProtocolVersions");

            migrationBuilder.DropTable(
                name: "Protocols");

            migrationBuilder.DropIndex(
                name: "IX_Seats_TaskForceId_AgencyId",
                table: "Seats");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_TaskForceId",
                table: "Seats",
                column: "TaskForceId");
        }
    }
}
