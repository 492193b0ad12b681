/**
 * What an orchestrator holds: {@link dev.parley.application.Campaigns} and {@link
 * dev.parley.application.Negotiations}, on whatever store it chose.
 */
package dev.parley.application;
