/**
 * JSON text in and out. {@link dev.parley.documents.JsonText} reads any JSON into plain Java data within safe limits
 * and without rounding; the others give that data its meaning.
 */
package dev.parley.documents;
