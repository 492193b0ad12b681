/** What the rules are asked of: the modules as they were built, and small houses of violations that look like them. */
package dev.parley.architecture.house;
