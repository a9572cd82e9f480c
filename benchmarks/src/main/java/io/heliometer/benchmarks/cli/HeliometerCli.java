package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.plan.Version;
import io.heliometer.benchmarks.process.EnvironmentProblem;
import io.heliometer.common.engine.UsageException;
import io.heliometer.results.store.StorageException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit codes: 0 all trials valid, 1 a trial was not, 2 usage, 3 environment; any
 * other failure is a bug of ours and shows its stack trace.
 */
@Command(
        name = "heliometer",
        description =
                "One solar fleet, several stream engines, the same monitoring logic, measured and verified.",
        mixinStandardHelpOptions = true,
        versionProvider = HeliometerCli.BuildVersion.class,
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            GenerateCommand.class,
            FleetCommand.class,
            MicroCommand.class,
            SendRateCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all trials valid",
            "1:a trial was not valid",
            "2:wrong usage",
            "3:the environment does not allow it"
        })
public final class HeliometerCli {
    static final int TRIAL_INVALID = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = EnvironmentProblem.EXIT_CODE;

    private HeliometerCli() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command and returns its exit code. */
    public static int execute(String... args) {
        CommandLine commandLine = new CommandLine(new HeliometerCli());
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> explain(error));
        Objects.requireNonNull(commandLine.getSubcommands().get("micro"))
                .setUnmatchedOptionsArePositionalParams(true);
        return args.length == 0 ? noCommand(commandLine) : commandLine.execute(args);
    }

    private static int noCommand(CommandLine commandLine) {
        commandLine.usage(System.err);
        return USAGE;
    }

    private static int explain(Exception error) throws Exception {
        if (error instanceof UsageException || error instanceof IllegalArgumentException) {
            System.err.println(error.getMessage());
            return USAGE;
        }
        if (error instanceof EnvironmentProblem || error instanceof StorageException) {
            System.err.println(error.getMessage());
            return ENVIRONMENT;
        }
        throw error;
    }

    /** Tells the version of the build. */
    static final class BuildVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"heliometer " + Version.current()};
        }
    }
}
