package io.heliometer.common.engine;

/**
 * A stream engine under test. An engine module has exactly one public class, which implements this
 * and is named in {@code META-INF/services}; {@link EngineMain} runs one role of it in a process of
 * its own.
 */
public interface Engine {
    /**
     * Runs one role until it ends by itself or the process is told to stop. Calls
     * {@link Role#ready} when the role can work, and registers with {@link Role#onStop} what must
     * happen on SIGTERM.
     *
     * @throws UsageException if the role, the query or a setting is unknown
     * @throws Exception anything else ends the process with exit code 1
     */
    void run(Role role) throws Exception;
}
