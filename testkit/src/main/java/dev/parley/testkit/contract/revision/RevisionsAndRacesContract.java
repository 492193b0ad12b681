package dev.parley.testkit.contract.revision;

/** Revisions and races: of decisions on one revision one is committed, and readers see whole commits in one order. */
public interface RevisionsAndRacesContract extends RevisionContract, RaceContract, VisibilityContract {}
