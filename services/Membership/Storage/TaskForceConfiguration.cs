using Membership.Hubs;
using Membership.TaskForces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDefaults.Storage;

namespace Membership.Storage;

internal sealed class TaskForceConfiguration : IEntityTypeConfiguration<TaskForce>
{
    public void Configure(EntityTypeBuilder<TaskForce> builder)
    {
        builder.Property(taskForce => taskForce.Hub).HasMaxLength(Hub.CodeLength);
        builder.Property(taskForce => taskForce.Purpose).HasMaxLength(TaskForce.PurposeLength);
        builder.Property(taskForce => taskForce.WhatUnitesUs).HasMaxLength(TaskForce.AnswerLength);
        builder.Property(taskForce => taskForce.WhatWeWantToDo).HasMaxLength(TaskForce.AnswerLength);
        builder.Property(taskForce => taskForce.Jurisdiction).HasMaxLength(TaskForce.AnswerLength);
        builder.Property(taskForce => taskForce.Areas).IsCodeList();
        builder.PrimitiveCollection(taskForce => taskForce.Focus).ElementType(focus => focus.HasConversion<string>());
        builder.HasIndex(taskForce => new { taskForce.Hub, taskForce.Name }).IsUnique();
    }
}
