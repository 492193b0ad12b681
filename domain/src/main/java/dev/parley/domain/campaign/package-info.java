/** What a campaign wants, what its negotiations have agreed so far, and how far above target the next offer may go. */
package dev.parley.domain.campaign;
