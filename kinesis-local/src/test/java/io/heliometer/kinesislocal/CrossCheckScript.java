package io.heliometer.kinesislocal;

import static io.heliometer.kinesislocal.Step.differs;
import static io.heliometer.kinesislocal.Step.same;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls that both servers get, in order. */
final class CrossCheckScript {
    private static final String RECORD = "{\"PartitionKey\":\"k\",\"Data\":\"aGVsbG8=\"}";

    private CrossCheckScript() {}

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.addAll(create());
        steps.addAll(describe());
        steps.addAll(put());
        steps.addAll(iterate());
        steps.addAll(read());
        steps.addAll(malformed());
        steps.addAll(limits());
        steps.addAll(delete());
        return steps;
    }

    private static List<Step> create() {
        return List.of(
                same("no streams", "DescribeStreamSummary", "{\"StreamName\":\"a\"}"),
                same("create", "CreateStream", "{\"StreamName\":\"a\",\"ShardCount\":3}"),
                same("create again", "CreateStream", "{\"StreamName\":\"a\",\"ShardCount\":1}"),
                same(
                        "create with one shard",
                        "CreateStream",
                        "{\"StreamName\":\"b\",\"ShardCount\":1}"),
                same("create without a name", "CreateStream", "{\"ShardCount\":1}"),
                same(
                        "create without shards",
                        "CreateStream",
                        "{\"StreamName\":\"c\",\"ShardCount\":0}"),
                same(
                        "create with too many shards",
                        "CreateStream",
                        "{\"StreamName\":\"c\",\"ShardCount\":100001}"),
                same(
                        "create above the account's limit",
                        "CreateStream",
                        "{\"StreamName\":\"c\",\"ShardCount\":997}"),
                same(
                        "create with an empty name",
                        "CreateStream",
                        "{\"StreamName\":\"\",\"ShardCount\":1}"),
                same(
                        "create with a bad name",
                        "CreateStream",
                        "{\"StreamName\":\"a b\",\"ShardCount\":1}"),
                same("create with nothing", "CreateStream", "{}"),
                same(
                        "create with a long name",
                        "CreateStream",
                        "{\"ShardCount\":1,\"StreamName\":\"" + "n".repeat(129) + "\"}"));
    }

    private static List<Step> describe() {
        return List.of(
                differs(
                        Difference.NEW_MEMBERS,
                        "StreamModeDetails={StreamMode=PROVISIONED}",
                        "describe",
                        "DescribeStream",
                        "{\"StreamName\":\"a\"}"),
                differs(
                        Difference.NEW_MEMBERS,
                        "MaxRecordSizeInKiB=1024",
                        "summary",
                        "DescribeStreamSummary",
                        "{\"StreamName\":\"a\"}"),
                differs(
                        Difference.NEW_MEMBERS,
                        "StreamSummaries=[{",
                        "list streams",
                        "ListStreams",
                        "{}"),
                differs(
                        Difference.LIST_LIMITS,
                        "HasMoreStreams=true, NextToken=<token>, StreamNames=[a]",
                        "list one stream",
                        "ListStreams",
                        "{\"Limit\":1}"),
                differs(
                        Difference.LIST_LIMITS,
                        "HasMoreShards=true",
                        "describe one shard",
                        "DescribeStream",
                        "{\"StreamName\":\"a\",\"Limit\":1}"),
                differs(
                        Difference.STREAM_ARN,
                        "StreamName=a",
                        "summary by ARN",
                        "DescribeStreamSummary",
                        "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/a\"}"),
                same("describe another", "DescribeStream", "{\"StreamName\":\"zzz\"}"),
                same(
                        "describe with a bad limit",
                        "DescribeStream",
                        "{\"StreamName\":\"a\",\"Limit\":0}"),
                same("list shards", "ListShards", "{\"StreamName\":\"a\"}"),
                same(
                        "list shards after one",
                        "ListShards",
                        "{\"StreamName\":\"a\",\"ExclusiveStartShardId\":\"shardId-000000000000\"}"),
                differs(
                        Difference.LIST_LIMITS,
                        "NextToken=<token>, Shards=[{",
                        "list a shard",
                        "ListShards",
                        "{\"StreamName\":\"a\",\"MaxResults\":1}"),
                differs(
                        Difference.LIST_LIMITS,
                        "ShardId=shardId-000000000002}]}",
                        "list filtered shards",
                        "ListShards",
                        "{\"StreamName\":\"a\",\"ShardFilter\":{\"Type\":\"AFTER_SHARD_ID\","
                                + "\"ShardId\":\"shardId-000000000001\"}}"),
                same(
                        "list shards at the horizon",
                        "ListShards",
                        "{\"StreamName\":\"a\",\"ShardFilter\":{\"Type\":\"AT_TRIM_HORIZON\"}}"),
                same("list shards of nothing", "ListShards", "{}"),
                same(
                        "list shards of both",
                        "ListShards",
                        "{\"StreamName\":\"a\",\"NextToken\":\"x\"}"),
                same("list shards of another", "ListShards", "{\"StreamName\":\"zzz\"}"));
    }

    private static List<Step> put() {
        String maxHash = "340282366920938463463374607431768211455";
        return List.of(
                same("put", "PutRecord", "{\"StreamName\":\"a\"," + RECORD.substring(1)),
                same("put to an explicit hash", "PutRecord", record("\"ExplicitHashKey\":\"0\"")),
                same(
                        "put to the last hash",
                        "PutRecord",
                        record("\"ExplicitHashKey\":\"" + maxHash + "\"")),
                same(
                        "put beyond the ring",
                        "PutRecord",
                        record("\"ExplicitHashKey\":\"9" + maxHash.substring(1) + "\"")),
                same("put to no number", "PutRecord", record("\"ExplicitHashKey\":\"x\"")),
                same(
                        "put after a number",
                        "PutRecord",
                        record("\"SequenceNumberForOrdering\":\"<number>\"")),
                same(
                        "put after no number",
                        "PutRecord",
                        record("\"SequenceNumberForOrdering\":\"x\"")),
                same("put nothing", "PutRecord", "{}"),
                same(
                        "put to another",
                        "PutRecord",
                        "{\"StreamName\":\"zzz\"," + RECORD.substring(1)),
                same("put no data", "PutRecord", "{\"StreamName\":\"a\",\"PartitionKey\":\"k\"}"),
                same(
                        "put empty data",
                        "PutRecord",
                        "{\"StreamName\":\"a\",\"PartitionKey\":\"k\",\"Data\":\"\"}"),
                same(
                        "put an empty key",
                        "PutRecord",
                        "{\"StreamName\":\"a\",\"PartitionKey\":\"\",\"Data\":\"\"}"),
                same(
                        "put a long key",
                        "PutRecord",
                        "{\"StreamName\":\"a\",\"Data\":\"\",\"PartitionKey\":\"" + "k".repeat(257)
                                + "\"}"),
                same(
                        "put a large record",
                        "PutRecord",
                        "{\"StreamName\":\"a\",\"PartitionKey\":\"k\",\"Data\":\""
                                + base64(1_048_577) + "\"}"),
                same(
                        "put many",
                        "PutRecords",
                        "{\"StreamName\":\"a\",\"Records\":["
                                + IntStream.range(0, 40)
                                        .mapToObj(i -> "{\"PartitionKey\":\"key-" + i
                                                + "\",\"Data\":\"aGk=\"}")
                                        .collect(Collectors.joining(","))
                                + "]}"),
                same("put many without records", "PutRecords", "{\"StreamName\":\"a\"}"),
                same("put none", "PutRecords", "{\"StreamName\":\"a\",\"Records\":[]}"),
                same(
                        "put a record without members",
                        "PutRecords",
                        "{\"StreamName\":\"a\",\"Records\":[{}]}"),
                same(
                        "put many to another",
                        "PutRecords",
                        "{\"StreamName\":\"zzz\",\"Records\":[" + RECORD + "]}"),
                differs(
                        Difference.TOO_MANY_TEXT,
                        "[501 records]",
                        "put too many",
                        "PutRecords",
                        "{\"StreamName\":\"a\",\"Records\":[" + (RECORD + ",").repeat(500) + RECORD
                                + "]}"));
    }

    private static List<Step> iterate() {
        return List.of(
                same(
                        "iterate from the horizon",
                        "GetShardIterator",
                        iterator("a", "0", "TRIM_HORIZON", "")),
                same("iterate from the tip", "GetShardIterator", iterator("a", "0", "LATEST", "")),
                same(
                        "iterate from a time",
                        "GetShardIterator",
                        iterator("a", "0", "AT_TIMESTAMP", ",\"Timestamp\":1")),
                same(
                        "iterate from no time",
                        "GetShardIterator",
                        iterator("a", "0", "AT_TIMESTAMP", "")),
                same(
                        "iterate from no number",
                        "GetShardIterator",
                        iterator("a", "0", "AT_SEQUENCE_NUMBER", "")),
                same(
                        "iterate from the horizon and a number",
                        "GetShardIterator",
                        iterator(
                                "a",
                                "0",
                                "TRIM_HORIZON",
                                ",\"StartingSequenceNumber\":\"<number>\"")),
                differs(
                        Difference.FOREIGN_NUMBERS,
                        "InvalidArgumentException",
                        "iterate from a foreign number",
                        "GetShardIterator",
                        iterator(
                                "a",
                                "0",
                                "AT_SEQUENCE_NUMBER",
                                ",\"StartingSequenceNumber\":\"5\"")),
                same(
                        "iterate from an unknown type",
                        "GetShardIterator",
                        iterator("a", "0", "NEVER", "")),
                same(
                        "iterate over a missing shard",
                        "GetShardIterator",
                        iterator("a", "7", "LATEST", "")),
                same("iterate over no shard", "GetShardIterator", iterator("a", "x", "LATEST", "")),
                same(
                        "iterate over another stream",
                        "GetShardIterator",
                        iterator("zzz", "0", "LATEST", "")),
                same("iterate over nothing", "GetShardIterator", "{}"),
                same(
                        "iterate from the horizon again",
                        "GetShardIterator",
                        iterator("a", "0", "TRIM_HORIZON", "")));
    }

    private static List<Step> read() {
        String shard = "{\"StreamName\":\"b\",\"ExplicitHashKey\":\"1\"," + RECORD.substring(1);
        return List.of(
                same("read", "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"),
                same("read at the tip", "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"),
                same(
                        "read with a bad limit",
                        "GetRecords",
                        "{\"ShardIterator\":\"<iterator>\",\"Limit\":10001}"),
                same("read with a bad iterator", "GetRecords", "{\"ShardIterator\":\"AAAA\"}"),
                same("read with no iterator", "GetRecords", "{}"),
                same("put one", "PutRecord", shard),
                same("put another", "PutRecord", shard.replace("aGVsbG8=", "d29ybGQ=")),
                same(
                        "iterate from the second",
                        "GetShardIterator",
                        iterator(
                                "b",
                                "0",
                                "AT_SEQUENCE_NUMBER",
                                ",\"StartingSequenceNumber\":\"<number>\"")),
                same("read the second", "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"),
                same("put a third", "PutRecord", shard),
                same("read the third", "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"),
                same(
                        "iterate after the third",
                        "GetShardIterator",
                        iterator(
                                "b",
                                "0",
                                "AFTER_SEQUENCE_NUMBER",
                                ",\"StartingSequenceNumber\":\"<number>\"")),
                same("read nothing", "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"),
                same(
                        "iterate on the wrong shard",
                        "GetShardIterator",
                        iterator(
                                "a",
                                "2",
                                "AT_SEQUENCE_NUMBER",
                                ",\"StartingSequenceNumber\":\"<number>\"")),
                same(
                        "iterate over all",
                        "GetShardIterator",
                        iterator("b", "0", "TRIM_HORIZON", "")),
                differs(
                        Difference.MILLIS_BEHIND,
                        "MillisBehindLatest=1,",
                        "read one",
                        "GetRecords",
                        "{\"ShardIterator\":\"<iterator>\",\"Limit\":1}"));
    }

    private static List<Step> malformed() {
        return List.of(
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "bad JSON",
                        "PutRecord",
                        "{\"StreamName\":"),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "no JSON",
                        "PutRecord",
                        ""),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "a list",
                        "ListStreams",
                        "7"),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "a number for a text",
                        "DescribeStream",
                        "{\"StreamName\":5}"),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "a text for a number",
                        "ListStreams",
                        "{\"Limit\":\"5\"}"),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "bad Base64",
                        "PutRecord",
                        "{\"Data\":\"!!!!\"}"),
                differs(
                        Difference.SERIALIZATION_TEXT,
                        "SerializationException, message=",
                        "no list",
                        "PutRecords",
                        "{\"Records\":{}}"),
                differs(
                        Difference.UNKNOWN_TEXT,
                        "UnknownOperationException, message=the operation must be",
                        "an unknown operation",
                        "MakeCoffee",
                        "{}"),
                same(
                        "an unknown member",
                        "DescribeStream",
                        "{\"StreamName\":\"zzz\",\"Colour\":{\"a\":[1]}}"),
                same("a null member", "DescribeStream", "{\"StreamName\":null}"));
    }

    private static List<Step> limits() {
        String mebibyte = "{\"PartitionKey\":\"k\",\"Data\":\"" + base64(900_000) + "\"}";
        List<Step> steps = new ArrayList<>(List.of(
                same(
                        "create for limits",
                        "CreateStream",
                        "{\"StreamName\":\"l\",\"ShardCount\":1}"),
                differs(
                        Difference.WRITE_LIMITS,
                        "FailedRecordCount=1",
                        "put more than a second's worth",
                        "PutRecords",
                        "{\"StreamName\":\"l\",\"Records\":[" + mebibyte + "," + mebibyte + "]}"),
                differs(
                        Difference.BATCH_SIZE,
                        "Records size exceeds 10 MB limit",
                        "put a large batch",
                        "PutRecords",
                        "{\"StreamName\":\"l\",\"Records\":[" + (mebibyte + ",").repeat(11)
                                + mebibyte + "]}"),
                same("iterate for limits", "GetShardIterator", iterator("l", "0", "LATEST", ""))));
        for (int i = 0; i < 5; i++) {
            steps.add(same("read " + i, "GetRecords", "{\"ShardIterator\":\"<iterator>\"}"));
        }
        steps.add(differs(
                Difference.READ_LIMITS,
                "ProvisionedThroughputExceededException",
                "read once more",
                "GetRecords",
                "{\"ShardIterator\":\"<iterator>\"}"));
        return steps;
    }

    private static List<Step> delete() {
        return List.of(
                same("delete", "DeleteStream", "{\"StreamName\":\"b\"}"),
                same("delete another", "DeleteStream", "{\"StreamName\":\"zzz\"}"),
                same("delete nothing", "DeleteStream", "{}"),
                same("summary of the deleted", "DescribeStreamSummary", "{\"StreamName\":\"b\"}"));
    }

    private static String record(String member) {
        return "{\"StreamName\":\"a\"," + member + "," + RECORD.substring(1);
    }

    private static String iterator(String stream, String shard, String type, String more) {
        return "{\"StreamName\":\"" + stream + "\",\"ShardId\":\"shardId-"
                + (shard.equals("x") ? "x" : "00000000000" + shard) + "\",\"ShardIteratorType\":\""
                + type + "\"" + more + "}";
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
