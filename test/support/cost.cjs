// Loaded into a program before it begins: when it ends, what it cost is written to the file that COST names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  writeFileSync(process.env.COST, JSON.stringify({ cpu: (user + system) / 1000, peak }));
});
