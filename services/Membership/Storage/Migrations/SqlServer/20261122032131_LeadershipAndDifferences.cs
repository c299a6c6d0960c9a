using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.SqlServer
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Purpose = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChairSeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChairSince = table.Column<DateOnly>(type: "date", nullable: false),
                    FormedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Question = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LoggedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OutcomeInWords = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StepsTaken = table.Column<int>(type: "int", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Model = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChosenBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChoiceInWords = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Qualifications = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TermMonths = table.Column<int>(type: "int", nullable: true),
                    ConsecutiveTerms = table.Column<int>(type: "int", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    TermEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Term = table.Column<int>(type: "int", nullable: false),
                    Acting = table.Column<bool>(type: "bit", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Holding = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Drafted = table.Column<int>(type: "int", nullable: false),
                    Changes = table.Column<int>(type: "int", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hub = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CommitteeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeatId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DifferenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    View = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    DifferenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    What = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Number = table.Column<int>(type: "int", nullable: false),
                    ArrangementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Limit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
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
                unique: true,
                filter: "[Holding] IS NOT NULL");

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
