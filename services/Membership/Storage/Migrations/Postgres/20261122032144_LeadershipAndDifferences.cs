using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Membership.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LeadershipAndDifferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Committees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ChairSeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChairSince = table.Column<DateOnly>(type: "date", nullable: false),
                    FormedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Committees_Seats_ChairSeatId",
                        column: x => x.ChairSeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Committees_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    LoggedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OutcomeInWords = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StepsTaken = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Differences_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadershipArrangements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ChosenBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ChoiceInWords = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Qualifications = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    TermMonths = table.Column<int>(type: "integer", nullable: true),
                    ConsecutiveTerms = table.Column<int>(type: "integer", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    InForceFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    SupersededFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadershipArrangements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadershipArrangements_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadershipPositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    TermEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Term = table.Column<int>(type: "integer", nullable: false),
                    Acting = table.Column<bool>(type: "boolean", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Holding = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadershipPositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadershipPositions_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeadershipPositions_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leaderships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Drafted = table.Column<int>(type: "integer", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leaderships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leaderships_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StructureChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StructureChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StructureChanges_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeChairs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeChairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeChairs_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeMembers_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommitteeMembers_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DifferenceSides",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    DifferenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    View = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DifferenceSides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DifferenceSides_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DifferenceSides_Differences_DifferenceId",
                        column: x => x.DifferenceId,
                        principalTable: "Differences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DifferenceSteps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    DifferenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    What = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DifferenceSteps", x => new { x.DifferenceId, x.Number });
                    table.ForeignKey(
                        name: "FK_DifferenceSteps_Differences_DifferenceId",
                        column: x => x.DifferenceId,
                        principalTable: "Differences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LeadershipAuthority",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ArrangementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Limit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadershipAuthority", x => new { x.ArrangementId, x.Number });
                    table.ForeignKey(
                        name: "FK_LeadershipAuthority_LeadershipArrangements_ArrangementId",
                        column: x => x.ArrangementId,
                        principalTable: "LeadershipArrangements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeChairs_CommitteeId",
                table: "CommitteeChairs",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeMembers_CommitteeId_AgencyId",
                table: "CommitteeMembers",
                columns: new[] { "CommitteeId", "AgencyId" },
                unique: true,
                filter: "\"LeftOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeMembers_SeatId",
                table: "CommitteeMembers",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeMembers_TaskForceId_AgencyId",
                table: "CommitteeMembers",
                columns: new[] { "TaskForceId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Committees_ChairSeatId",
                table: "Committees",
                column: "ChairSeatId");

            migrationBuilder.CreateIndex(
                name: "IX_Committees_EndsOn",
                table: "Committees",
                column: "EndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_Committees_TaskForceId_Name",
                table: "Committees",
                columns: new[] { "TaskForceId", "Name" },
                unique: true,
                filter: "\"EndedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DifferenceSides_AgencyId",
                table: "DifferenceSides",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_DifferenceSides_DifferenceId_AgencyId",
                table: "DifferenceSides",
                columns: new[] { "DifferenceId", "AgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DifferenceSides_TaskForceId_AgencyId",
                table: "DifferenceSides",
                columns: new[] { "TaskForceId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_TaskForceId_LoggedOn",
                table: "Differences",
                columns: new[] { "TaskForceId", "LoggedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipArrangements_ReviewOn",
                table: "LeadershipArrangements",
                column: "ReviewOn");

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipArrangements_TaskForceId_Number",
                table: "LeadershipArrangements",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipPositions_SeatId",
                table: "LeadershipPositions",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipPositions_TaskForceId_EndedOn",
                table: "LeadershipPositions",
                columns: new[] { "TaskForceId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipPositions_TaskForceId_Holding",
                table: "LeadershipPositions",
                columns: new[] { "TaskForceId", "Holding" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipPositions_TermEndsOn",
                table: "LeadershipPositions",
                column: "TermEndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_Leaderships_TaskForceId",
                table: "Leaderships",
                column: "TaskForceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_SubjectId",
                table: "StructureChanges",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_TaskForceId_Id",
                table: "StructureChanges",
                columns: new[] { "TaskForceId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommitteeChairs");

            migrationBuilder.DropTable(
                name: "CommitteeMembers");

            migrationBuilder.DropTable(
                name: "DifferenceSides");

            migrationBuilder.DropTable(
                name: "DifferenceSteps");

            migrationBuilder.DropTable(
                name: "LeadershipAuthority");

            migrationBuilder.DropTable(
                name: "LeadershipPositions");

            migrationBuilder.DropTable(
                name: "Leaderships");

            migrationBuilder.DropTable(
                name: "StructureChanges");

            migrationBuilder.DropTable(
                name: "Committees");

            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropTable(
                name: "LeadershipArrangements");
        }
    }
}
