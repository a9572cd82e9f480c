package io.heliometer.benchmarks.transport;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Transport mode {@code external}: the real service of a region, or a stand-in that somebody else
 * runs. The real service costs money.
 */
public final class KinesisExternal extends KinesisTransport {
    private KinesisExternal(Address address) {
        super(address);
    }

    /**
     * Connects.
     *
     * @throws TransportUnavailable if the service does not answer, or refuses the credentials
     */
    public static KinesisExternal connect(Address address)
            throws InterruptedException, TransportUnavailable {
        KinesisExternal external = new KinesisExternal(address);
        try {
            external.streamNames();
            return external;
        } catch (TransportFailure | SdkException e) {
            external.close();
            throw new TransportUnavailable(
                    "no Kinesis answers at " + address.values() + " (" + e.getMessage() + ")",
                    "check kinesis.region, kinesis.endpoint, dynamodb.endpoint and, for the real"
                            + " service, the credentials of your environment");
        }
    }

    @Override
    public String mode() {
        return EXTERNAL;
    }

    @Override
    public Map<String, String> describe() {
        Map<String, String> facts = new TreeMap<>(address().values());
        facts.put("mode", mode());
        return facts;
    }
}
