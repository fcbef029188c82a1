import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { content } from './content.ts';
import { type Desk, desk, type Ran } from './world.ts';

/** What `net import --json` says of one file, as far as tests ask for it. */
export interface ToldFile {
  readonly format: string;
  readonly people: number;
  readonly rejects: readonly { readonly line: number; readonly reason: string }[];
  readonly skipped: Readonly<Record<string, number>>;
}

interface Counted {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What `net import --json` says of an import of one file. */
export interface ToldImport extends ToldFile {
  readonly code: number;
  readonly talks: Counted;
  readonly exchanges: Counted;
  readonly created: readonly { readonly name: string }[];
  readonly updated: readonly { readonly name: string }[];
  readonly unchanged: number;
  readonly rejected: number;
}

/** A place where files lie and are imported. */
export interface ImportDesk {
  readonly at: Desk;
  /** Writes a file, in a directory of its own if its name says so, and gives back where it lies. */
  readonly lay: (name: string, content: string | Uint8Array) => string;
  /** Imports a path and gives back all that is said. Throws where it was refused. */
  readonly take: (path: string, ...options: readonly string[]) => Promise<ToldImport>;
  /** Imports a path that is to be refused: one line and a hint, and nothing else is said. */
  readonly refused: (path: string, ...options: readonly string[]) => Promise<Ran>;
  /** Everything that is here. */
  readonly content: () => Promise<Record<string, unknown[]>>;
}

export function importDesk(today?: string): ImportDesk {
  const at = desk(today);
  return {
    at,
    lay: (name, text) => {
      const path = join(at.directory, name);
      fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, text);
      return path;
    },
    take: async (path, ...options) => {
      const { code, out, err } = await at.net('import', path, '--json', ...options);
      if (code !== 0 && code !== 3) throw new Error(`net import ${path}: ${code}\n${out}${err}`);
      const told = JSON.parse(out) as Omit<ToldImport, 'code'> & { files: ToldFile[] };
      const [file] = told.files;
      if (file === undefined) throw new Error(`nothing is said of ${path}`);
      return { ...file, ...told, code };
    },
    refused: async (path, ...options) => {
      const ran = await at.net('import', path, ...options);
      if (ran.out !== '' || !/^net: [^\n]+\nhint: [^\n]+\n$/.test(ran.err) || ran.code === 1)
        throw new Error(`net import ${path} was not simply refused: ${ran.code}\n${ran.out}${ran.err}`);
      return ran;
    },
    content: () => content(at.file),
  };
}
