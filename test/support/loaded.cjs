// Loaded into a program before it begins: when it ends, the files that it has loaded are written to the file that LOADED names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.LOADED, JSON.stringify(Object.keys(require.cache))));
