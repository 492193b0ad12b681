/**
 * Documents of all sorts, damaged at random and given to every reader: each is refused with a typed error, or read and
 * then written and read again without a change. The short form runs with the other tests, the long one by
 *
 * <pre>mvn -pl documents -am test -Dparley.fuzz=1000000 -Dtest=DocumentFuzzTest -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * <p>A failure names the seed that makes its input alone.
 */
package dev.parley.documents.fuzz;
