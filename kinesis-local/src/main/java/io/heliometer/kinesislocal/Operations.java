package io.heliometer.kinesislocal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request by its X-Amz-Target. */
final class Operations {
    private static final String PREFIX = "Kinesis_20131202.";

    private final Map<String, Operation> operations = new HashMap<>();

    Operations(Streams streams) {
        StreamOperations stream = new StreamOperations(streams);
        PutOperations put = new PutOperations(streams);
        operations.put("CreateStream", stream::create);
        operations.put("DeleteStream", stream::delete);
        operations.put("DescribeStream", stream::describe);
        operations.put("DescribeStreamSummary", stream::summarize);
        operations.put("ListStreams", stream::list);
        operations.put("ListShards", new ShardOperations(streams)::list);
        operations.put("PutRecord", put::putRecord);
        operations.put("PutRecords", put::putRecords);
        operations.put("GetShardIterator", new IteratorOperations(streams)::get);
        operations.put("GetRecords", new ReadOperations(streams)::getRecords);
    }

    /** Returns an operation; one that is not there is the service's UnknownOperationException. */
    Operation find(@Nullable String target) {
        String name = target != null && target.startsWith(PREFIX)
                ? target.substring(PREFIX.length())
                : "";
        Operation operation = operations.get(name);
        if (operation == null) {
            throw ServiceException.unknownOperation(
                    name.equals("SubscribeToShard") || name.contains("StreamConsumer")
                            ? name
                                    + " is not there: this server has no enhanced fan-out, read with GetRecords"
                            : "the operation must be one of "
                                    + operations.keySet().stream().sorted().toList() + ", was '"
                                    + name + "'");
        }
        return operation;
    }
}
