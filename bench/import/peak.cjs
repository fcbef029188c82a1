/** Before a program: says on the error stream, when it ends, how much memory it took at most. */
process.on('exit', () => {
  process.stderr.write(`peak ${process.resourceUsage().maxRSS * 1024}\n`);
});
