package io.heliometer.results.render;

import java.util.List;

/**
 * A section of the report.
 *
 * @param id anchor
 * @param title heading
 * @param blocks from top to bottom
 */
record Section(String id, String title, List<Block> blocks) {
    /** Copies the blocks. */
    Section {
        blocks = List.copyOf(blocks);
    }
}
