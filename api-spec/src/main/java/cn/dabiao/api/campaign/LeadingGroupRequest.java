package cn.dabiao.api.campaign;

import java.util.List;
import jakarta.validation.constraints.Size;

import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.value.Reason;

/** The leading group as it is from now on, and why it is another. */
public record LeadingGroupRequest(@Size(min = 1, max = 50) List<GroupMember> leadingGroup, Reason reason) {}
