package io.heliometer.benchmarks.transport;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * The table in which the workers of a Kinesis application agree who reads what. The Client Library
 * would create it by itself, and then wait ten seconds and more for its index.
 */
final class LeaseTables {
    private static final String LEASE_KEY = "leaseKey";
    private static final String LEASE_OWNER = "leaseOwner";

    private final DynamoDbAsyncClient client;

    LeaseTables(DynamoDbAsyncClient client) {
        this.client = client;
    }

    /** Creates the table and waits until it can be used. */
    void create(String table) throws InterruptedException {
        Requests.get("create table " + table, client.createTable(request(table)));
        Requests.await(
                "table " + table + " being active", () -> status(table).equals(TableStatus.ACTIVE));
    }

    private static CreateTableRequest request(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(attribute(LEASE_KEY), attribute(LEASE_OWNER))
                .keySchema(key(LEASE_KEY, KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("LeaseOwnerToLeaseKeyIndex")
                        .keySchema(key(LEASE_OWNER, KeyType.HASH), key(LEASE_KEY, KeyType.RANGE))
                        .projection(
                                projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private TableStatus status(String table) throws InterruptedException {
        return Requests.get(
                        "describe table " + table,
                        client.describeTable(request -> request.tableName(table)))
                .table()
                .tableStatus();
    }

    /** Deletes a table; one that does not exist is no error. */
    void delete(String table) throws InterruptedException {
        try {
            Requests.get(
                    "delete table " + table,
                    client.deleteTable(request -> request.tableName(table)));
        } catch (TransportFailure e) {
            if (!(e.getCause() instanceof ResourceNotFoundException)) {
                throw e;
            }
        }
    }
}
