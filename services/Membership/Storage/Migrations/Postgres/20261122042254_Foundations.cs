using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Membership.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Foundations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Seats_TaskForceId",
                table: "Seats");

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

            migrationBuilder.AddColumn<string>(
                name: "Authority",
                table: "Seats",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "InCoreGroup",
                table: "Seats",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddColumn<string>(
                name: "AfterHours",
                table: "Agencies",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AfterHoursNote",
                table: "Agencies",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CardRevision",
                table: "Agencies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Agencies",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Agencies",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Website",
                table: "Agencies",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgencyAreas",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyAreas", x => new { x.AgencyId, x.Code });
                    table.ForeignKey(
                        name: "FK_AgencyAreas_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyCapacities",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Available = table.Column<int>(type: "integer", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyCapacities", x => new { x.AgencyId, x.Kind });
                    table.ForeignKey(
                        name: "FK_AgencyCapacities_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyHours",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Day = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OpensAt = table.Column<int>(type: "integer", nullable: false),
                    ClosesAt = table.Column<int>(type: "integer", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyHours", x => new { x.AgencyId, x.TimeZone, x.Day, x.OpensAt, x.ClosesAt });
                    table.ForeignKey(
                        name: "FK_AgencyHours_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyHoursExceptions",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    OpensAt = table.Column<int>(type: "integer", nullable: false),
                    ClosesAt = table.Column<int>(type: "integer", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyHoursExceptions", x => new { x.AgencyId, x.TimeZone, x.Date, x.OpensAt, x.ClosesAt });
                    table.ForeignKey(
                        name: "FK_AgencyHoursExceptions_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyLanguages",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyLanguages", x => new { x.AgencyId, x.Code });
                    table.ForeignKey(
                        name: "FK_AgencyLanguages_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyNameWords",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyNameWords", x => new { x.AgencyId, x.Word });
                    table.ForeignKey(
                        name: "FK_AgencyNameWords_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgencyPhones",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    HsdsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Extension = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyPhones", x => new { x.AgencyId, x.HsdsId });
                    table.ForeignKey(
                        name: "FK_AgencyPhones_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    LatestNumber = table.Column<int>(type: "integer", nullable: false),
                    NumberInForce = table.Column<int>(type: "integer", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeGivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    TerminationReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RevokedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarAddresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarAddresses_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CalendarAddresses_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    InReturn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Period = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CountDue = table.Column<int>(type: "integer", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commitments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commitments_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "CompletedTrainings",
                columns: table => new
                {
                    TrainingId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompletedTrainings", x => new { x.TrainingId, x.SeatId });
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    About = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Method = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Entitled = table.Column<int>(type: "integer", nullable: false),
                    Quorum = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UsedFor = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_TaskForces_TaskForceId",
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
                name: "Frameworks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    LoadedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "character varying(2097152)", maxLength: 2097152, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Frameworks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Frameworks_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JointEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizerAgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Agenda = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Focus = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    CommentsUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Norms = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    NormsVersion = table.Column<int>(type: "integer", nullable: false),
                    PartChanges = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JointEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JointEvents_Agencies_OrganizerAgencyId",
                        column: x => x.OrganizerAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JointEvents_TaskForces_TaskForceId",
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
                name: "MeetingSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    DurationMinutes = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    Skipped = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    InvitesAll = table.Column<bool>(type: "boolean", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Recurrence_DayOfMonth = table.Column<int>(type: "integer", nullable: true),
                    Recurrence_Frequency = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Recurrence_Interval = table.Column<int>(type: "integer", nullable: false),
                    Recurrence_Week = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Recurrence_Weekday = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingSeries_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Contributes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Seeks = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reviewed = table.Column<bool>(type: "boolean", nullable: false),
                    ReviewDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberCards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberCards_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberCards_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberCards_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "OfferedServices",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    HsdsId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Eligibility = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AgeBands = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Genders = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Citizenship = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferedServices", x => new { x.AgencyId, x.HsdsId });
                    table.ForeignKey(
                        name: "FK_OfferedServices_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "PassedResponsibilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromSeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToSeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    PassedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassedResponsibilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Protocols",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastVersion = table.Column<int>(type: "integer", nullable: false),
                    DraftVersion = table.Column<int>(type: "integer", nullable: true),
                    AdoptedVersion = table.Column<int>(type: "integer", nullable: true),
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
                name: "PulseRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TokenKey = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseRounds_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PulseTokensGiven",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseTokensGiven", x => new { x.RoundId, x.SeatId });
                });

            migrationBuilder.CreateTable(
                name: "PulseTokensUsed",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseTokensUsed", x => x.Digest);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DismissedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SeatNameWords",
                columns: table => new
                {
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeatNameWords", x => new { x.SeatId, x.Word });
                    table.ForeignKey(
                        name: "FK_SeatNameWords_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "AgreementParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawalReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementParties_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementParties_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementVersions",
                columns: table => new
                {
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Newest = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Roles = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Timeframe = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    FiscalDuties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    DocumentSize = table.Column<long>(type: "bigint", nullable: true),
                    DocumentType = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementVersions", x => new { x.AgreementId, x.Number });
                    table.ForeignKey(
                        name: "FK_AgreementVersions_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Signatories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Newest = table.Column<bool>(type: "boolean", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NeedsBoardApproval = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AwaitingBoardSince = table.Column<DateOnly>(type: "date", nullable: true),
                    BoardExpectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BoardApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Method = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedBySeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    EvidenceDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    RecordedByCoordinator = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signatories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Signatories_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Signatories_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Signatories_Seats_SignedBySeatId",
                        column: x => x.SignedBySeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Fulfilled = table.Column<int>(type: "integer", nullable: false),
                    Claimed = table.Column<int>(type: "integer", nullable: false),
                    Told = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentTallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitmentTallies_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommitmentTallies_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
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
                name: "Ballots",
                columns: table => new
                {
                    VoterId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choice = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ballots", x => new { x.DecisionId, x.VoterId });
                    table.ForeignKey(
                        name: "FK_Ballots_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "AssessmentRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FrameworkId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentRounds_Frameworks_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JointEventComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    JointEventId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JointEventComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JointEventComments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JointEventComments_JointEvents_JointEventId",
                        column: x => x.JointEventId,
                        principalTable: "JointEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JointEventParts",
                columns: table => new
                {
                    JointEventId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SponsorSince = table.Column<DateOnly>(type: "date", nullable: true),
                    NormsAcknowledged = table.Column<int>(type: "integer", nullable: true),
                    NormsAcknowledgedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JointEventParts", x => new { x.JointEventId, x.AgencyId });
                    table.ForeignKey(
                        name: "FK_JointEventParts_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JointEventParts_JointEvents_JointEventId",
                        column: x => x.JointEventId,
                        principalTable: "JointEvents",
                        principalColumn: "Id");
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

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: true),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurrenceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    DurationMinutes = table.Column<int>(type: "integer", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Begins = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    InvitesAll = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgendaOpenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CommentsUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AgendaChanges = table.Column<int>(type: "integer", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AttendanceCorrections = table.Column<int>(type: "integer", nullable: false),
                    MinutesNumber = table.Column<int>(type: "integer", nullable: false),
                    MinutesApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MinutesApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Differs = table.Column<bool>(type: "boolean", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_MeetingSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeetingSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Meetings_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeriesInvitations",
                columns: table => new
                {
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesInvitations", x => new { x.SeriesId, x.AgencyId });
                    table.ForeignKey(
                        name: "FK_SeriesInvitations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SeriesInvitations_MeetingSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "MeetingSeries",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MemberLimits",
                columns: table => new
                {
                    MemberCardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberLimits", x => new { x.MemberCardId, x.Kind });
                    table.ForeignKey(
                        name: "FK_MemberLimits_MemberCards_MemberCardId",
                        column: x => x.MemberCardId,
                        principalTable: "MemberCards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
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
                name: "ProtocolVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    Edits = table.Column<int>(type: "integer", nullable: false),
                    EditedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AdoptedBy = table.Column<Guid>(type: "uuid", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    CuredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
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
                name: "PulseTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    Trust = table.Column<int>(type: "integer", nullable: false),
                    Candor = table.Column<int>(type: "integer", nullable: false),
                    Commitment = table.Column<int>(type: "integer", nullable: false),
                    Accountability = table.Column<int>(type: "integer", nullable: false),
                    Results = table.Column<int>(type: "integer", nullable: false),
                    CommentsJson = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseTallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseTallies_PulseRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "PulseRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fulfilments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    TallyId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DocumentDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusalReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fulfilments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fulfilments_CommitmentTallies_TallyId",
                        column: x => x.TallyId,
                        principalTable: "CommitmentTallies",
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

            migrationBuilder.CreateTable(
                name: "AssessmentAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElementCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Direction = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NextStep = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentAnswers_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessmentAnswers_AssessmentRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "AssessmentRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    OwnerAgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerSeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    NeedsOwner = table.Column<bool>(type: "boolean", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AssignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionItems_Agencies_OwnerAgencyId",
                        column: x => x.OwnerAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionItems_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionItems_Seats_OwnerSeatId",
                        column: x => x.OwnerSeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionItems_TaskForces_TaskForceId",
                        column: x => x.TaskForceId,
                        principalTable: "TaskForces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    AsAlternate = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendances_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attendances_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attendances_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    MinutesNumber = table.Column<int>(type: "integer", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingComments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingComments_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingInvitations",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingInvitations", x => new { x.MeetingId, x.AgencyId });
                    table.ForeignKey(
                        name: "FK_MeetingInvitations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingInvitations_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MinutesTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesTexts_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "ProtocolAcknowledgements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hub = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CarriedFrom = table.Column<int>(type: "integer", nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    MayShare = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    WithinMinutes = table.Column<int>(type: "integer", nullable: true),
                    Hours = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NamedHours = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Next = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    When_Areas = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    When_Citizenships = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    When_Languages = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    When_Minors = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    When_TraffickingTypes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    When_VictimsFrom = table.Column<int>(type: "integer", nullable: true),
                    When_VictimsTo = table.Column<int>(type: "integer", nullable: true)
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
                name: "AgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    ProposedByAgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    SponsorAgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    SponsorSeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    NeedsSponsor = table.Column<bool>(type: "boolean", nullable: false),
                    CourseTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ActionItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewedAgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItems_ActionItems_ActionItemId",
                        column: x => x.ActionItemId,
                        principalTable: "ActionItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Agencies_ProposedByAgencyId",
                        column: x => x.ProposedByAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Agencies_ReviewedAgencyId",
                        column: x => x.ReviewedAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Agencies_SponsorAgencyId",
                        column: x => x.SponsorAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgendaItems_Seats_SponsorSeatId",
                        column: x => x.SponsorSeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StepContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StepId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    PassedFromSeatId = table.Column<Guid>(type: "uuid", nullable: true)
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
                name: "IX_Seats_SucceedsSeatId",
                table: "Seats",
                column: "SucceedsSeatId",
                unique: true,
                filter: "\"SucceedsSeatId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_TaskForceId_AgencyId",
                table: "Seats",
                columns: new[] { "TaskForceId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Hub_Class_Id",
                table: "Agencies",
                columns: new[] { "Hub", "Class", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Hub_Id",
                table: "Agencies",
                columns: new[] { "Hub", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Hub_TimeZone",
                table: "Agencies",
                columns: new[] { "Hub", "TimeZone" });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Hub_Type_Id",
                table: "Agencies",
                columns: new[] { "Hub", "Type", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_MeetingId",
                table: "ActionItems",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_OwnerAgencyId",
                table: "ActionItems",
                column: "OwnerAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_OwnerSeatId_State",
                table: "ActionItems",
                columns: new[] { "OwnerSeatId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_State_DueOn",
                table: "ActionItems",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_TaskForceId_AssignedOn",
                table: "ActionItems",
                columns: new[] { "TaskForceId", "AssignedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_TaskForceId_Id",
                table: "ActionItems",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_TaskForceId_OwnerAgencyId_Id",
                table: "ActionItems",
                columns: new[] { "TaskForceId", "OwnerAgencyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItems_TaskForceId_State_DueOn",
                table: "ActionItems",
                columns: new[] { "TaskForceId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyAreas_Hub_Code_AgencyId",
                table: "AgencyAreas",
                columns: new[] { "Hub", "Code", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyHours_Hub_TimeZone_Day_OpensAt_ClosesAt_AgencyId",
                table: "AgencyHours",
                columns: new[] { "Hub", "TimeZone", "Day", "OpensAt", "ClosesAt", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyHoursExceptions_Hub_TimeZone_Date_OpensAt_ClosesAt_Ag~",
                table: "AgencyHoursExceptions",
                columns: new[] { "Hub", "TimeZone", "Date", "OpensAt", "ClosesAt", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyLanguages_Hub_Code_AgencyId",
                table: "AgencyLanguages",
                columns: new[] { "Hub", "Code", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyNameWords_Hub_Word_AgencyId",
                table: "AgencyNameWords",
                columns: new[] { "Hub", "Word", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_ActionItemId",
                table: "AgendaItems",
                column: "ActionItemId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_MeetingId_ActionItemId",
                table: "AgendaItems",
                columns: new[] { "MeetingId", "ActionItemId" },
                unique: true,
                filter: "\"ActionItemId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_MeetingId_Id",
                table: "AgendaItems",
                columns: new[] { "MeetingId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_MeetingId_ReviewedAgencyId",
                table: "AgendaItems",
                columns: new[] { "MeetingId", "ReviewedAgencyId" },
                unique: true,
                filter: "\"ReviewedAgencyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_ProposedByAgencyId",
                table: "AgendaItems",
                column: "ProposedByAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_ReviewedAgencyId",
                table: "AgendaItems",
                column: "ReviewedAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_SponsorAgencyId",
                table: "AgendaItems",
                column: "SponsorAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_SponsorSeatId_MeetingOn",
                table: "AgendaItems",
                columns: new[] { "SponsorSeatId", "MeetingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_TaskForceId_MeetingOn",
                table: "AgendaItems",
                columns: new[] { "TaskForceId", "MeetingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_AgencyId",
                table: "AgreementParties",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_AgreementId_AgencyId",
                table: "AgreementParties",
                columns: new[] { "AgreementId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementVersions_DocumentDigest",
                table: "AgreementVersions",
                column: "DocumentDigest");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_State_ExpiresOn",
                table: "Agreements",
                columns: new[] { "State", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_TaskForceId_Id",
                table: "Agreements",
                columns: new[] { "TaskForceId", "Id" });

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
                name: "IX_AssessmentAnswers_AgencyId",
                table: "AssessmentAnswers",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentAnswers_RoundId_ElementCode_AgencyId",
                table: "AssessmentAnswers",
                columns: new[] { "RoundId", "ElementCode", "AgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRounds_FrameworkId",
                table: "AssessmentRounds",
                column: "FrameworkId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRounds_TaskForceId_Number",
                table: "AssessmentRounds",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_AgencyId",
                table: "Attendances",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_MeetingId_SeatId",
                table: "Attendances",
                columns: new[] { "MeetingId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_SeatId",
                table: "Attendances",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_TaskForceId_HeldOn_AgencyId",
                table: "Attendances",
                columns: new[] { "TaskForceId", "HeldOn", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarAddresses_Digest",
                table: "CalendarAddresses",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarAddresses_SeatId",
                table: "CalendarAddresses",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarAddresses_TaskForceId_SeatId_Id",
                table: "CalendarAddresses",
                columns: new[] { "TaskForceId", "SeatId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTallies_AgencyId",
                table: "CommitmentTallies",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTallies_CommitmentId_AgencyId_FirstDay",
                table: "CommitmentTallies",
                columns: new[] { "CommitmentId", "AgencyId", "FirstDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTallies_TaskForceId_AgencyId_LastDay",
                table: "CommitmentTallies",
                columns: new[] { "TaskForceId", "AgencyId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_AgencyId",
                table: "Commitments",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TaskForceId_Kind",
                table: "Commitments",
                columns: new[] { "TaskForceId", "Kind" });

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
                name: "IX_CompletedTrainings_SeatId",
                table: "CompletedTrainings",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_CompletedTrainings_TaskForceId",
                table: "CompletedTrainings",
                column: "TaskForceId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MeetingId",
                table: "Decisions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_TaskForceId_DecidedOn",
                table: "Decisions",
                columns: new[] { "TaskForceId", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_TaskForceId_Id",
                table: "Decisions",
                columns: new[] { "TaskForceId", "Id" });

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
                name: "IX_Frameworks_TaskForceId_Number",
                table: "Frameworks",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fulfilments_CommitmentId_AgencyId",
                table: "Fulfilments",
                columns: new[] { "CommitmentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Fulfilments_CommitmentId_AgencyId_SourceId",
                table: "Fulfilments",
                columns: new[] { "CommitmentId", "AgencyId", "SourceId" },
                unique: true,
                filter: "\"SourceId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Fulfilments_TallyId",
                table: "Fulfilments",
                column: "TallyId");

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
                name: "IX_JointEventComments_AgencyId",
                table: "JointEventComments",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_JointEventComments_JointEventId_Id",
                table: "JointEventComments",
                columns: new[] { "JointEventId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_JointEventParts_AgencyId",
                table: "JointEventParts",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_JointEvents_OrganizerAgencyId",
                table: "JointEvents",
                column: "OrganizerAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_JointEvents_TaskForceId_Id",
                table: "JointEvents",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_JointEvents_TaskForceId_State_Id",
                table: "JointEvents",
                columns: new[] { "TaskForceId", "State", "Id" });

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
                name: "IX_MeetingComments_AgencyId",
                table: "MeetingComments",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingComments_MeetingId_Subject_Id",
                table: "MeetingComments",
                columns: new[] { "MeetingId", "Subject", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitations_AgencyId",
                table: "MeetingInvitations",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSeries_TaskForceId_Id",
                table: "MeetingSeries",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSeries_TaskForceId_LastOn",
                table: "MeetingSeries",
                columns: new[] { "TaskForceId", "LastOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_SeriesId_OccurrenceOn",
                table: "Meetings",
                columns: new[] { "SeriesId", "OccurrenceOn" },
                unique: true,
                filter: "\"SeriesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_TaskForceId_Begins",
                table: "Meetings",
                columns: new[] { "TaskForceId", "Begins" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_TaskForceId_Id",
                table: "Meetings",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_TaskForceId_State_Id",
                table: "Meetings",
                columns: new[] { "TaskForceId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberCards_AgencyId",
                table: "MemberCards",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberCards_MemberId",
                table: "MemberCards",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberCards_ReviewDueOn",
                table: "MemberCards",
                column: "ReviewDueOn");

            migrationBuilder.CreateIndex(
                name: "IX_MemberCards_TaskForceId",
                table: "MemberCards",
                column: "TaskForceId");

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
                name: "IX_Milestones_TaskForceId_Id",
                table: "Milestones",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MinutesTexts_MeetingId_Number",
                table: "MinutesTexts",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferedServices_Hub_HsdsId",
                table: "OfferedServices",
                columns: new[] { "Hub", "HsdsId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferedServices_Hub_Type_AgencyId",
                table: "OfferedServices",
                columns: new[] { "Hub", "Type", "AgencyId" });

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
                name: "IX_PartyReasons_TaskForceId_AgencyId",
                table: "PartyReasons",
                columns: new[] { "TaskForceId", "AgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassedResponsibilities_Kind_ItemId",
                table: "PassedResponsibilities",
                columns: new[] { "Kind", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_PassedResponsibilities_TaskForceId_Id",
                table: "PassedResponsibilities",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PrincipleAcknowledgements_PrinciplesId_AgencyId",
                table: "PrincipleAcknowledgements",
                columns: new[] { "PrinciplesId", "AgencyId" },
                unique: true);

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
                name: "IX_PulseRounds_ClosesOn",
                table: "PulseRounds",
                column: "ClosesOn");

            migrationBuilder.CreateIndex(
                name: "IX_PulseRounds_TaskForceId_Number",
                table: "PulseRounds",
                columns: new[] { "TaskForceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PulseTallies_RoundId",
                table: "PulseTallies",
                column: "RoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PulseTokensUsed_RoundId",
                table: "PulseTokensUsed",
                column: "RoundId");

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
                name: "IX_Reminders_Key",
                table: "Reminders",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_SubjectId",
                table: "Reminders",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_TaskForceId_AgencyId_DismissedAt_Id",
                table: "Reminders",
                columns: new[] { "TaskForceId", "AgencyId", "DismissedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_TaskForceId_DismissedAt_Id",
                table: "Reminders",
                columns: new[] { "TaskForceId", "DismissedAt", "Id" });

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
                name: "IX_ResponseSteps_VersionId_Key",
                table: "ResponseSteps",
                columns: new[] { "VersionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeatNameWords_Hub_Word_TaskForceId_AgencyId_SeatId",
                table: "SeatNameWords",
                columns: new[] { "Hub", "Word", "TaskForceId", "AgencyId", "SeatId" });

            migrationBuilder.CreateIndex(
                name: "IX_SeriesInvitations_AgencyId",
                table: "SeriesInvitations",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_AgencyId_State",
                table: "Signatories",
                columns: new[] { "AgencyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_AgreementId_VersionNumber",
                table: "Signatories",
                columns: new[] { "AgreementId", "VersionNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_SignedBySeatId",
                table: "Signatories",
                column: "SignedBySeatId");

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

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_SubjectId",
                table: "StructureChanges",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_StructureChanges_TaskForceId_Id",
                table: "StructureChanges",
                columns: new[] { "TaskForceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SurvivorStatuses_SeatId",
                table: "SurvivorStatuses",
                column: "SeatId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurvivorStatuses_TaskForceId",
                table: "SurvivorStatuses",
                column: "TaskForceId");

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
                name: "AdmissionCriteria");

            migrationBuilder.DropTable(
                name: "AgencyAreas");

            migrationBuilder.DropTable(
                name: "AgencyCapacities");

            migrationBuilder.DropTable(
                name: "AgencyHours");

            migrationBuilder.DropTable(
                name: "AgencyHoursExceptions");

            migrationBuilder.DropTable(
                name: "AgencyLanguages");

            migrationBuilder.DropTable(
                name: "AgencyNameWords");

            migrationBuilder.DropTable(
                name: "AgencyPhones");

            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "AgreementParties");

            migrationBuilder.DropTable(
                name: "AgreementVersions");

            migrationBuilder.DropTable(
                name: "AssessmentAnswers");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "CalendarAddresses");

            migrationBuilder.DropTable(
                name: "CommitteeChairs");

            migrationBuilder.DropTable(
                name: "CommitteeMembers");

            migrationBuilder.DropTable(
                name: "CompletedTrainings");

            migrationBuilder.DropTable(
                name: "DifferenceSides");

            migrationBuilder.DropTable(
                name: "DifferenceSteps");

            migrationBuilder.DropTable(
                name: "Expectations");

            migrationBuilder.DropTable(
                name: "Fulfilments");

            migrationBuilder.DropTable(
                name: "JointEventComments");

            migrationBuilder.DropTable(
                name: "JointEventParts");

            migrationBuilder.DropTable(
                name: "LeadershipAuthority");

            migrationBuilder.DropTable(
                name: "LeadershipPositions");

            migrationBuilder.DropTable(
                name: "Leaderships");

            migrationBuilder.DropTable(
                name: "MeetingComments");

            migrationBuilder.DropTable(
                name: "MeetingInvitations");

            migrationBuilder.DropTable(
                name: "MemberChanges");

            migrationBuilder.DropTable(
                name: "MemberLimits");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "MinutesTexts");

            migrationBuilder.DropTable(
                name: "OfferedServices");

            migrationBuilder.DropTable(
                name: "OrientationItems");

            migrationBuilder.DropTable(
                name: "PartyReasons");

            migrationBuilder.DropTable(
                name: "PassedResponsibilities");

            migrationBuilder.DropTable(
                name: "PrincipleAcknowledgements");

            migrationBuilder.DropTable(
                name: "ProtocolAcknowledgements");

            migrationBuilder.DropTable(
                name: "PulseTallies");

            migrationBuilder.DropTable(
                name: "PulseTokensGiven");

            migrationBuilder.DropTable(
                name: "PulseTokensUsed");

            migrationBuilder.DropTable(
                name: "ReadinessGaps");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "RemovalCauses");

            migrationBuilder.DropTable(
                name: "RemovalNotices");

            migrationBuilder.DropTable(
                name: "SeatNameWords");

            migrationBuilder.DropTable(
                name: "SeriesInvitations");

            migrationBuilder.DropTable(
                name: "Signatories");

            migrationBuilder.DropTable(
                name: "StepContacts");

            migrationBuilder.DropTable(
                name: "StructureChanges");

            migrationBuilder.DropTable(
                name: "SurvivorStatuses");

            migrationBuilder.DropTable(
                name: "VettingResults");

            migrationBuilder.DropTable(
                name: "Visions");

            migrationBuilder.DropTable(
                name: "ActionItems");

            migrationBuilder.DropTable(
                name: "AssessmentRounds");

            migrationBuilder.DropTable(
                name: "Committees");

            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropTable(
                name: "CommitmentTallies");

            migrationBuilder.DropTable(
                name: "JointEvents");

            migrationBuilder.DropTable(
                name: "LeadershipArrangements");

            migrationBuilder.DropTable(
                name: "MemberCards");

            migrationBuilder.DropTable(
                name: "Orientations");

            migrationBuilder.DropTable(
                name: "GuidingPrinciples");

            migrationBuilder.DropTable(
                name: "PulseRounds");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "ResponseSteps");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Frameworks");

            migrationBuilder.DropTable(
                name: "Commitments");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "ProtocolVersions");

            migrationBuilder.DropTable(
                name: "MembershipTerms");

            migrationBuilder.DropTable(
                name: "MeetingSeries");

            migrationBuilder.DropTable(
                name: "Protocols");

            migrationBuilder.DropIndex(
                name: "IX_Seats_SucceedsSeatId",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_TaskForceId_AgencyId",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_Hub_Class_Id",
                table: "Agencies");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_Hub_Id",
                table: "Agencies");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_Hub_TimeZone",
                table: "Agencies");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_Hub_Type_Id",
                table: "Agencies");

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

            migrationBuilder.DropColumn(
                name: "Authority",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "InCoreGroup",
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
                name: "EndReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsProvisional",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SuspendedOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "AfterHours",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "AfterHoursNote",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "CardRevision",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "Website",
                table: "Agencies");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_TaskForceId",
                table: "Seats",
                column: "TaskForceId");
        }
    }
}
