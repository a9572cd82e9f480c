// The harness holds the other end of standard input: when it is gone, so is this server.
process.stdin.on('end', () => process.exit(143)).resume()
require('./node_modules/dynalite/cli.js')
