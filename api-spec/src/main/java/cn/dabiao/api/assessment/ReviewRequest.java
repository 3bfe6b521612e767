package cn.dabiao.api.assessment;

import java.time.LocalDate;

/** Opens the next round for the inspectors drawn last. */
public record ReviewRequest(LocalDate visitOn) {}
