/** The ground floor: what every value must obey before it may enter Parley, and the two errors that say it did not. */
package dev.parley.domain.value;
