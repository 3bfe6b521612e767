package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.constraints.Size;

import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.value.Title;

/** A school's plan (创建活动方案) with its own leading group. */
public record PlanRequest(Title title, Document document, @Size(min = 1, max = 50) List<GroupMember> leadingGroup) {}
