using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MembershipStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Authority",
                table: "Seats",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "Seats",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "SucceedsSeatId",
                table: "Seats",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermStartsOn",
                table: "Seats",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "PassedResponsibilities",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "PassedResponsibilities",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "Members",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "Members",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SuspendedOn",
                table: "Members",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MemberChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BySubject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ByRole = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ByAgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    BySeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberChanges_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MembershipTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Openness = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Process = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartsProvisional = table.Column<bool>(type: "bit", nullable: false),
                    NoticeDays = table.Column<int>(type: "int", nullable: false),
                    ReapplicationAfterDays = table.Column<int>(type: "int", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdoptedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MembershipTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MembershipTerms_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Orientations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Changes = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orientations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Orientations_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurvivorStatuses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisibleTo = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurvivorStatuses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurvivorStatuses_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdmissionCriteria",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    TermsId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdmissionCriteria", x => new { x.TermsId, x.Number });
                    table.ForeignKey(
                        name: "FK_AdmissionCriteria_MembershipTerms_TermsId",
                        column: x => x.TermsId,
                        principalTable: "MembershipTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TermsId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    VettedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Applications_MembershipTerms_TermsId",
                        column: x => x.TermsId,
                        principalTable: "MembershipTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Applications_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Expectations",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    TermsId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Expectations", x => new { x.TermsId, x.Number });
                    table.ForeignKey(
                        name: "FK_Expectations_MembershipTerms_TermsId",
                        column: x => x.TermsId,
                        principalTable: "MembershipTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RemovalCauses",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    TermsId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovalCauses", x => new { x.TermsId, x.Number });
                    table.ForeignKey(
                        name: "FK_RemovalCauses_MembershipTerms_TermsId",
                        column: x => x.TermsId,
                        principalTable: "MembershipTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RemovalNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TermsId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cause = table.Column<int>(type: "int", nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovalNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RemovalNotices_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RemovalNotices_MembershipTerms_TermsId",
                        column: x => x.TermsId,
                        principalTable: "MembershipTerms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrientationItems",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    OrientationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AboutId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBySubject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DoneBySeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrientationItems", x => new { x.OrientationId, x.Number });
                    table.ForeignKey(
                        name: "FK_OrientationItems_Orientations_OrientationId",
                        column: x => x.OrientationId,
                        principalTable: "Orientations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VettingResults",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VettingResults", x => new { x.ApplicationId, x.Number });
                    table.ForeignKey(
                        name: "FK_VettingResults_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_SucceedsSeatId",
                table: "Seats",
                column: "SucceedsSeatId",
                unique: true,
                filter: "\"SucceedsSeatId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AgencyId",
                table: "Applications",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TaskForceId_AgencyId",
                table: "Applications",
                columns: new[] { "TaskForceId", "AgencyId" },
                unique: true,
                filter: "\"DecidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TaskForceId_State_Id",
                table: "Applications",
                columns: new[] { "TaskForceId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TermsId",
                table: "Applications",
                column: "TermsId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberChanges_TaskForceId_AgencyId_Id",
                table: "MemberChanges",
                columns: new[] { "TaskForceId", "AgencyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MembershipTerms_TaskForceId_Number",
                table: "MembershipTerms",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orientations_SeatId",
                table: "Orientations",
                column: "SeatId",
                unique: true,
                filter: "\"CompletedOn\" IS NULL AND \"EndedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orientations_TaskForceId_AgencyId_Id",
                table: "Orientations",
                columns: new[] { "TaskForceId", "AgencyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RemovalNotices_MemberId",
                table: "RemovalNotices",
                column: "MemberId",
                unique: true,
                filter: "\"ClosedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RemovalNotices_TermsId",
                table: "RemovalNotices",
                column: "TermsId");

            migrationBuilder.CreateIndex(
                name: "IX_SurvivorStatuses_SeatId",
                table: "SurvivorStatuses",
                column: "SeatId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurvivorStatuses_TaskForceId",
                table: "SurvivorStatuses",
                column: "TaskForceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdmissionCriteria");

            migrationBuilder.DropTable(
                name: "Expectations");

            migrationBuilder.DropTable(
                name: "MemberChanges");

            migrationBuilder.DropTable(
                name: "OrientationItems");

            migrationBuilder.DropTable(
                name: "RemovalCauses");

            migrationBuilder.DropTable(
                name: "RemovalNotices");

            migrationBuilder.DropTable(
                name: "SurvivorStatuses");

            migrationBuilder.DropTable(
                name: "VettingResults");

            migrationBuilder.DropTable(
                name: "Orientations");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "MembershipTerms");

            migrationBuilder.DropIndex(
                name: "IX_Seats_SucceedsSeatId",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "Authority",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "SucceedsSeatId",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "TermStartsOn",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "AssignedAt",
                table: "PassedResponsibilities");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "PassedResponsibilities");

            migrationBuilder.DropColumn(
                name: "EndReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsProvisional",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SuspendedOn",
                table: "Members");
        }
    }
}
