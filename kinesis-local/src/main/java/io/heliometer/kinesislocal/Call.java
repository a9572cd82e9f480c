package io.heliometer.kinesislocal;

import tools.jackson.core.JsonGenerator;

/**
 * One request to an operation, and where its answer goes.
 *
 * @param members the request's members
 * @param format its format
 * @param out writes the answer; an operation without one leaves it alone
 */
record Call(Members members, Format format, JsonGenerator out) {
    /**
     * Returns the stream's name, given as such or as an ARN, and adds what is wrong with it to the
     * checks.
     */
    String streamName(Checks checks) {
        String name = members.text("StreamName");
        String arn = members.text("StreamARN");
        if (name == null && arn != null) {
            checks.arn("streamARN", arn);
            return StreamDescription.nameOfArn(arn);
        }
        checks.required("streamName", name).name("streamName", name);
        return name == null ? "" : name;
    }
}
