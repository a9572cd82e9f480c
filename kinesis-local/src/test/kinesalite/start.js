// Starts kinesalite on a free port of the loopback interface; its own command line would listen on all interfaces.
const server = require('kinesalite')({createStreamMs: 0, deleteStreamMs: 0, shardLimit: 1000})
server.listen(0, '127.0.0.1', () => console.log('started on ' + server.address().port))
// Ends with the test, however that ends: its standard input closes then.
process.stdin.resume()
process.stdin.on('end', () => process.exit())
