import fs from 'node:fs';

/** Writes a generated file, or with --check tells whether the written one is up to date. `path` is from the checkout on. */
export function writeOrCheck(path: string, text: string, how: string): void {
  const target = new URL(`../${path}`, import.meta.url);
  if (!process.argv.includes('--check')) fs.writeFileSync(target, text);
  else if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== text) {
    process.stderr.write(`${path} is out of date: ${how}\n`);
    process.exitCode = 1;
  }
}
