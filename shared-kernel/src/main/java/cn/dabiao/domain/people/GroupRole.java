package cn.dabiao.domain.people;

/** The seats of a leading group, in the words of notice §2. */
public enum GroupRole {
    /** 组长. */
    HEAD,
    /** 副组长. */
    DEPUTY,
    /** 成员. */
    MEMBER,
    /** 办公室主任. */
    OFFICE_DIRECTOR
}
