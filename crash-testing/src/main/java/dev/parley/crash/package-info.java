/**
 * What tests share that kill processes: the processes, the line to their parent, a mail server that outlives them, and
 * what says of each fault that it ran.
 */
package dev.parley.crash;
