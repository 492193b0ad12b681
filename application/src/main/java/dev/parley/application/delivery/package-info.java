/**
 * The way out for owed messages: {@link dev.parley.application.delivery.MessageDispatcher} sends them through the
 * orchestrator's {@link dev.parley.application.delivery.MessageSender}; {@link
 * dev.parley.application.delivery.Deliveries} is for humans who look after them, and for senders of one's own.
 */
package dev.parley.application.delivery;
