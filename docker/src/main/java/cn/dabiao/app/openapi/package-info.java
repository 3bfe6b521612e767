/**
 * The published contract: what springdoc reads from the interfaces, completed with what Java's types and our own
 * annotations say (bounds of values, required fields, roles, headers, problems).
 */
@NullMarked
package cn.dabiao.app.openapi;

import org.jspecify.annotations.NullMarked;
