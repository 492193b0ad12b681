/** Free-form data that comes back exactly as it went in: text, whole numbers, decimals, flags, lists, maps and null. */
package dev.parley.domain.attributes;
