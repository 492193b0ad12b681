/**
 * What an orchestrator holds: {@link dev.parley.application.Campaigns} and {@link
 * dev.parley.application.Negotiations}, on whatever store it chose. What they owe goes out by {@link
 * dev.parley.application.delivery}.
 */
package dev.parley.application;
