package cn.dabiao.app.database;

/** Whoever asks for this bean comes after the migrations, and after the check of the application's account. */
public record MigratedDatabase(String account) {}
