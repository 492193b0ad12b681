/** The little of JDBC that the store needs: connections to one file, statements prepared once, transactions, errors. */
package dev.parley.persistence.sqlite.jdbc;
