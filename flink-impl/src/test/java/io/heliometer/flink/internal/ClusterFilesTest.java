package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.flink.EngineSettings;
import io.heliometer.flink.testkit.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterFilesTest {
    @TempDir
    Path folder;

    @Test
    void config_isReadByFlinkAsItWasMeant() throws IOException {
        Configuration read = write("taskmanager-2");

        assertThat(read.get(TaskManagerOptions.TASK_MANAGER_RESOURCE_ID))
                .isEqualTo("taskmanager-2");
        assertThat(read.get(TaskManagerOptions.TASK_HEAP_MEMORY))
                .isEqualTo(MemorySize.ofMebiBytes(768 - 128));
        assertThat(read.get(JobManagerOptions.PORT)).isEqualTo(36123);
        assertThat(read.get(RestOptions.PORT)).isEqualTo(38081);
        assertThat(read.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("hashmap");
    }

    @Test
    void daemons_listenOnTheLoopbackOnly() throws IOException {
        Configuration read = write("jobmanager-1");

        assertThat(read.get(JobManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
        assertThat(read.get(TaskManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
        assertThat(read.get(RestOptions.BIND_ADDRESS)).isEqualTo("127.0.0.1");
    }

    private Configuration write(String roleName) throws IOException {
        Job job = Jobs.of(folder, "default", Map.of());
        ClusterFiles files = ClusterFiles.write(new Role(roleName, job), EngineSettings.of(job));
        return GlobalConfiguration.loadConfiguration(files.folder());
    }
}
