using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.Postgres
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
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "Seats",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SucceedsSeatId",
                table: "Seats",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TermStartsOn",
                table: "Seats",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "PassedResponsibilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "PassedResponsibilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                table: "Members",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsProvisional",
                table: "Members",
                type: "boolean",
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BySubject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ByRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ByAgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    BySeatId = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Openness = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Process = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartsProvisional = table.Column<bool>(type: "boolean", nullable: false),
                    NoticeDays = table.Column<int>(type: "integer", nullable: false),
                    ReapplicationAfterDays = table.Column<int>(type: "integer", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdoptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Changes = table.Column<int>(type: "integer", nullable: false),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    VisibleTo = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TermsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    TermsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Statement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VettedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TermsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TermsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    TermsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<int>(type: "integer", nullable: false),
                    Statement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OrientationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBySubject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    DoneBySeatId = table.Column<Guid>(type: "uuid", nullable: true)
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
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
