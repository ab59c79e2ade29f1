// Loaded before a measured program: tells its peak of resident memory, in bytes, as the last line of its standard error.
process.on('exit', () => {
  process.stderr.write(`\npeak ${process.resourceUsage().maxRSS * 1024}\n`)
})
