/**
 * The driven ports: what a store must promise and keep. {@link dev.parley.domain.port.NegotiationStore} is written so
 * that an adapter can be built from its text alone; the test kit's contract checks that it was.
 */
package dev.parley.domain.port;
