package cn.dabiao.api;

/**
 * The answer to a write: never a view, always where the write stands.
 *
 * @param id       what was written, e.g. a school code
 * @param version  how many events its stream has now
 * @param position the ledger position of the last of them
 */
public record Written(String id, long version, long position) {}
