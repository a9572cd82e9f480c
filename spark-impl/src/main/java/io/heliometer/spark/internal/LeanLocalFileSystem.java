package io.heliometer.spark.internal;

import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system for checkpoints without Hadoop's native library. Hadoop's own starts a
 * {@code chmod} process for each file that it creates, and writes a checksum file beside it. Here
 * files keep the permissions that the process's umask gives. Set as {@code fs.file.impl}.
 *
 * <p>A {@link LocalFileSystem}, because the RocksDB state store casts to that class when it uploads
 * a snapshot.
 */
public final class LeanLocalFileSystem extends LocalFileSystem {
    /** Called by Hadoop. */
    public LeanLocalFileSystem() {
        super(new WithoutPermissions());
        setWriteChecksum(false);
        setVerifyChecksum(false);
    }

    private static final class WithoutPermissions extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) {
            // The umask has set it; the folder is this trial's own.
        }
    }
}
