using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CalendarAddresses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "JointEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizerAgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Agenda = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Focus = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CommentsUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Norms = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    NormsVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PartChanges = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "MeetingSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    DurationMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: true),
                    Skipped = table.Column<string>(type: "TEXT", nullable: false),
                    InvitesAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Recurrence_DayOfMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Recurrence_Frequency = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Recurrence_Interval = table.Column<int>(type: "INTEGER", nullable: false),
                    Recurrence_Week = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Recurrence_Weekday = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "JointEventComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JointEventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    JointEventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SponsorSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NormsAcknowledged = table.Column<int>(type: "INTEGER", nullable: true),
                    NormsAcknowledgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OccurrenceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    DurationMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Begins = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    InvitesAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgendaOpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CommentsUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AgendaChanges = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AttendanceCorrections = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    MinutesApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MinutesApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Differs = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "ActionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OwnerAgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerSeatId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NeedsOwner = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AssignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AsAlternate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MinutesNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    WrittenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "AgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    ProposedByAgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SponsorAgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SponsorSeatId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NeedsSponsor = table.Column<bool>(type: "INTEGER", nullable: false),
                    CourseTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ActionItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewedAgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "IX_MinutesTexts_MeetingId_Number",
                table: "MinutesTexts",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeriesInvitations_AgencyId",
                table: "SeriesInvitations",
                column: "AgencyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "CalendarAddresses");

            migrationBuilder.DropTable(
                name: "JointEventComments");

            migrationBuilder.DropTable(
                name: "JointEventParts");

            migrationBuilder.DropTable(
                name: "MeetingComments");

            migrationBuilder.DropTable(
                name: "MeetingInvitations");

            migrationBuilder.DropTable(
                name: "MinutesTexts");

            migrationBuilder.DropTable(
                name: "SeriesInvitations");

            migrationBuilder.DropTable(
                name: "ActionItems");

            migrationBuilder.DropTable(
                name: "JointEvents");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "MeetingSeries");
        }
    }
}
