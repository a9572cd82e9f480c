package io.heliometer.kinesislocal;

/** What is known to differ from kinesalite 3.3.3, and why. The README's table is made of it. */
enum Difference {
    NEW_MEMBERS(
            "descriptions and lists have StreamModeDetails, MaxRecordSizeInKiB and StreamSummaries",
            "the API has got them since"),
    STREAM_ARN("StreamARN is accepted in place of StreamName", "the API has got it since"),
    SERIALIZATION_TEXT(
            "the text of a SerializationException, and that it stands in `message`",
            "the service's own text is not documented; kinesalite writes `Message`, or nothing for an unreadable body"),
    UNKNOWN_TEXT("an UnknownOperationException has a message", "it says what to do instead"),
    LIST_LIMITS(
            "Limit, MaxResults, NextToken and ShardFilter of listings are honoured; ListStreams gives 100 by default",
            "as the API reference has it; kinesalite ignores them, gives 10 streams, and dies of a NextToken to ListShards"),
    MILLIS_BEHIND(
            "MillisBehindLatest is above 0 while there is more to read",
            "kinesalite always says 0"),
    FOREIGN_NUMBERS(
            "a sequence number that is not the stream's is an InvalidArgumentException",
            "kinesalite knows the layouts of three generations of numbers, this server only its own"),
    TOO_MANY_TEXT(
            "the text for more than 500 records gives their number",
            "kinesalite prints a Java class name 501 times"),
    BATCH_SIZE(
            "a PutRecords of more than 10 MiB is refused",
            "kinesalite has no such limit, only 7 MiB of body"),
    WRITE_LIMITS(
            "records above a shard's limits per second are refused",
            "kinesalite has no such limits"),
    READ_LIMITS("the sixth GetRecords in a second is refused", "kinesalite has no such limits");

    private final String what;
    private final String why;

    Difference(String what, String why) {
        this.what = what;
        this.why = why;
    }

    /** Returns the row of the README's table. */
    String row() {
        return "| " + what + " | " + why + " |";
    }
}
