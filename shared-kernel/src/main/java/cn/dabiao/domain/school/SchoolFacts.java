package cn.dabiao.domain.school;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * What the declaration form asks of a school (notice, attachment 1), and where it lies.
 *
 * @param students 学生
 * @param staff    教职工
 * @param teachers 专任教师
 */
public record SchoolFacts(
        Title name,
        Ownership ownership,
        SchoolKind kind,
        Township township,
        Count students,
        Count staff,
        Count teachers,
        Contact principal,
        Contact vicePrincipal) {}
