using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgencyCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AfterHours",
                table: "Agencies",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AfterHoursNote",
                table: "Agencies",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CardRevision",
                table: "Agencies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Agencies",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Agencies",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Website",
                table: "Agencies",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgencyAreas",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Available = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Day = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OpensAt = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosesAt = table.Column<int>(type: "INTEGER", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpensAt = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosesAt = table.Column<int>(type: "INTEGER", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false)
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
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HsdsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Extension = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
                name: "MemberCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Contributes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Seeks = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reviewed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "OfferedServices",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HsdsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Eligibility = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AgeBands = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Genders = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Citizenship = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
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
                name: "SeatNameWords",
                columns: table => new
                {
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hub = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    TaskForceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "MemberLimits",
                columns: table => new
                {
                    MemberCardId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
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
                name: "IX_AgencyAreas_Hub_Code_AgencyId",
                table: "AgencyAreas",
                columns: new[] { "Hub", "Code", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyHours_Hub_TimeZone_Day_OpensAt_ClosesAt_AgencyId",
                table: "AgencyHours",
                columns: new[] { "Hub", "TimeZone", "Day", "OpensAt", "ClosesAt", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyHoursExceptions_Hub_TimeZone_Date_OpensAt_ClosesAt_AgencyId",
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
                name: "IX_OfferedServices_Hub_HsdsId",
                table: "OfferedServices",
                columns: new[] { "Hub", "HsdsId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferedServices_Hub_Type_AgencyId",
                table: "OfferedServices",
                columns: new[] { "Hub", "Type", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_SeatNameWords_Hub_Word_TaskForceId_AgencyId_SeatId",
                table: "SeatNameWords",
                columns: new[] { "Hub", "Word", "TaskForceId", "AgencyId", "SeatId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "MemberLimits");

            migrationBuilder.DropTable(
                name: "OfferedServices");

            migrationBuilder.DropTable(
                name: "SeatNameWords");

            migrationBuilder.DropTable(
                name: "MemberCards");

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
        }
    }
}
