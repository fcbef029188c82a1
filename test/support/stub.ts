import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const emptying = join(root, 'test', 'support', 'emptied.ts');
const ORIGINAL = '?original';

/**
 * Puts something between modules and those who import them. With `empty` every function that they export gives back an empty value of
 * its result's type; with `pass` the result itself, which shows that standing in between changes nothing. The modules are paths such
 * as `src/domain/warmth.ts`.
 */
export function stubbing(modules: readonly string[], how: 'empty' | 'pass'): Plugin {
  const wrap = how === 'empty' ? 'stubbed' : 'passed';
  const ids = modules.map((module) => join(root, module).split(sep).join('/'));
  return {
    name: 'stubbing',
    enforce: 'post',
    // What stands in is kept on the disk like every module, and must never be taken for the module itself.
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id }) => (ids.includes(id) ? `stubbing: ${how}` : null));
    },
    transform(code, id) {
      if (!ids.includes(id)) return null;
      const names = namesIn(this.parse(code).body as readonly Statement[], id);
      const lines = names.map((name) => `export const ${name} = ${wrap}(original.${name});`);
      return [
        `import * as original from ${JSON.stringify(id + ORIGINAL)};`,
        `import { ${wrap} } from ${JSON.stringify(emptying)};`,
        ...lines,
      ].join('\n');
    },
  };
}

/** As much of a syntax tree as tells what a module exports. */
interface Statement {
  readonly type: string;
  readonly declaration?: {
    readonly id?: { readonly name?: string } | null;
    readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
  } | null;
  readonly specifiers?: readonly { readonly exported?: { readonly name?: string } }[];
}

/** Throws where a module exports in a way that is not told by names. */
function namesIn(statements: readonly Statement[], id: string): string[] {
  return statements
    .filter(({ type }) => type.startsWith('Export'))
    .flatMap(({ type, declaration, specifiers = [] }) => {
      if (type !== 'ExportNamedDeclaration') throw new Error(`${id}: ${type} cannot be stubbed`);
      const declared = declaration?.declarations?.map(({ id: own }) => own) ?? [declaration?.id];
      const exported = specifiers.map((specifier) => specifier.exported);
      return [...declared, ...exported].flatMap((own) => own?.name ?? []);
    });
}
