package cn.dabiao.ledger;

/** A kind of event as it is stored: its name and revision for ever, whatever the class is called today. */
record EventType(String name, String revision, Class<?> payload) {}
