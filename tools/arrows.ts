/** Checks that imports run one way: bin → main → cli → commands → steps → {host, store, formats, render → reports} → domain. */
import fs from 'node:fs';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const src = 'src';

/** What each part may import of the others. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  host: ['domain'],
  store: ['domain'],
  formats: ['domain'],
  reports: ['domain'],
  render: ['reports', 'domain'],
  steps: ['host', 'store', 'formats', 'reports', 'render', 'domain'],
  commands: ['steps', 'host', 'store', 'formats', 'reports', 'render', 'domain'],
  cli: ['commands', 'steps', 'host', 'render', 'domain'],
};

/** Libraries that have one place. */
const PLACES: readonly (readonly [string, string])[] = [
  ['better-sqlite3', '^src/store/'],
  ['@napi-rs/keyring', '^src/host/keychain\\.ts$'],
  ['better-sqlite3-multiple-ciphers', '^src/store/cipher\\.ts$'],
  ['@inquirer', '^src/host/inquirer\\.ts$'],
  ['chalk', '^src/render/chalk\\.ts$'],
  ['cli-progress', '^src/host/progress-bar\\.ts$'],
  ['uuid', '^src/host/ids\\.ts$'],
];

const DOMAIN_LIBRARIES = '^(node_modules/)?any-ascii(/|$)';

const parts: IForbiddenRuleType[] = Object.entries(ALLOWED).map(([part, allowed]) => ({
  name: `${part} imports only ${[part, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${src}/${part}/` },
  to: { path: `^${src}/`, pathNot: `^${src}/(${[part, ...allowed].join('|')})/` },
}));

const places: IForbiddenRuleType[] = PLACES.map(([library, place]) => ({
  name: `${library} is imported in ${place} alone`,
  severity: 'error',
  from: { path: `^${src}/`, pathNot: place },
  to: { path: `node_modules/${library}` },
}));

const forbidden: IForbiddenRuleType[] = [
  ...parts,
  ...places,
  {
    name: 'no command imports another',
    severity: 'error',
    from: { path: `^${src}/commands/([^/]+)\\.ts$` },
    to: { path: `^${src}/commands/`, pathNot: `^${src}/commands/$1\\.ts$` },
  },
  {
    name: 'the domain is pure',
    severity: 'error',
    from: { path: `^${src}/domain/` },
    to: { dependencyTypesNot: ['local', 'type-only'], pathNot: DOMAIN_LIBRARIES },
  },
  { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
];

const { output } = await cruise([src], {
  ruleSet: { forbidden },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  outputType: 'json',
  tsConfig: { fileName: 'tsconfig.json' },
});
const result: ICruiseResult = typeof output === 'string' ? JSON.parse(output) : output;
const read = result.modules.filter(({ source }) => source.startsWith(`${src}/`));
const files = fs.readdirSync(src, { recursive: true }).filter((name) => String(name).endsWith('.ts'));
const linked = read.filter(({ dependencies }) => dependencies.length > 0);

// With a TypeScript that it cannot use, the cruiser reads no modules and finds no fault.
if (read.length < files.length || linked.length < files.length / 2) {
  process.stderr.write(
    `arrows: read ${read.length} of ${files.length} modules: the check itself is broken\n`,
  );
  process.exitCode = 1;
}
for (const { rule, from, to } of result.summary.violations) {
  process.stderr.write(`${from} → ${to}: ${rule.name}\n`);
  process.exitCode = 1;
}
process.stdout.write(
  `arrows: ${read.length} modules read, ${result.summary.violations.length} against the way\n`,
);
