/** The little of JDBC that the store needs: connections on loan, transactions, what to do when they fail. */
package dev.parley.persistence.postgresql.jdbc;
