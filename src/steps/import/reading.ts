import { join } from 'node:path';
import { NetError } from '../../domain/error.ts';
import { isDocument } from '../../formats/document-reading.ts';
import { IMPORTERS, importerFor } from '../../formats/index.ts';
import type { Given, Importer, SourceFile } from '../../formats/record.ts';
import { headOf } from '../../formats/source-text.ts';
import { today } from '../../host/clock.ts';
import type { Context } from '../../host/context.ts';
import { namedFile } from '../../host/files.ts';
import type { Db } from '../../store/db.ts';
import { contactOfEmail } from '../../store/sources.ts';

/** A file with the importer that knows it; null for a document that `net export` wrote. */
export interface Recognized {
  readonly file: SourceFile;
  readonly importer: Importer | null;
}

/**
 * Recognizes a file by its content, or as a table where the user says which column tells what (`mapped`). Throws `usage`, `not-found`, `permission`, and
 * `rejected` for what no importer knows: nothing of any file was taken in by then.
 */
export function recognized(path: string, mapped = false): Recognized {
  if (path === '-')
    throw new NetError(
      'usage',
      'net import reads files, not the standard input',
      'save it as a file, and name that; ./- is one of that name',
    );
  const file = namedFile(path);
  const packed = file.files === null ? packedAs(file) : null;
  if (packed !== null)
    throw new NetError('rejected', `${path} is ${packed.what}; nothing was taken in`, packed.hint);
  const head = headOf(file);
  if (!mapped && isDocument(head)) return { file, importer: null };
  const importer = importerFor(file, mapped, head);
  if (importer !== null) return { file, importer };
  if (mapped)
    throw new NetError(
      'rejected',
      `${path} is no table, so it has no columns to map`,
      'leave --map out; net import tells formats apart by itself',
    );
  if (file.files !== null)
    throw new NetError(
      'rejected',
      `there is no mail in ${path}, and of a directory only mail is read`,
      `name the files in it: net import ${join(path, '*')}`,
    );
  throw new NetError(
    'rejected',
    `${path} is nothing that net can read; nothing was taken in`,
    `it reads ${IMPORTERS.map(({ name }) => name).join(', ')}, and what net export wrote`,
  );
}

const AS_MAIL =
  'bring it into Thunderbird or Apple Mail, save it from there as .eml or .mbox, and import that';

/** What is to be unpacked or saved otherwise first, by the bytes that it begins with. */
function packedAs(file: SourceFile): { readonly what: string; readonly hint: string } | null {
  const [chunk] = file.chunks();
  const begins = (...bytes: readonly number[]) => bytes.every((byte, i) => chunk?.[i] === byte);
  const unpack = 'unpack it, and import what is in it';
  if (begins(0x50, 0x4b, 0x03, 0x04) && /\.olm$/i.test(file.path))
    return { what: 'an archive that only Outlook reads', hint: AS_MAIL };
  if (begins(0x50, 0x4b, 0x03, 0x04))
    return /\.(?:xlsx|ods)$/i.test(file.path)
      ? { what: 'a spreadsheet', hint: 'save it as CSV, and import that' }
      : { what: 'a zip archive', hint: unpack };
  if (begins(0x1f, 0x8b)) return { what: 'packed by gzip', hint: unpack };
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    return /\.msg$/i.test(file.path)
      ? { what: 'a message as only Outlook saves it', hint: AS_MAIL }
      : { what: 'a file of an old Office', hint: 'save it as CSV, and import that' };
  const isOutlook = begins(0x21, 0x42, 0x44, 0x4e) || begins(0xcf, 0xad, 0x12, 0xfe);
  return isOutlook ? { what: 'an archive that only Outlook reads', hint: AS_MAIL } : null;
}

/** What importers are told of the file that they are read into. */
export function givenBy(db: Db, { clock }: Context, told: Pick<Given, 'me' | 'create' | 'columns'>): Given {
  const known = new Map<string, boolean>();
  return {
    ...told,
    today: today(clock),
    now: clock.now(),
    dayOf: clock.dayOf,
    isKnown: (email) => {
      const address = email.toLowerCase();
      const before = known.get(address);
      if (before !== undefined) return before;
      const found = contactOfEmail(db, address) !== null;
      known.set(address, found);
      return found;
    },
  };
}

/**
 * The user's own addresses: as said, or looked for in a file where nobody has said which they are. Throws `usage` where strangers are to be
 * taken in and the file cannot tell the user from them.
 */
export async function ownAddresses({ file, importer }: Recognized, given: Given): Promise<Given['me']> {
  if (given.me.length === 0 && given.create && importer?.history === true && importer.own === undefined)
    throw new NetError(
      'usage',
      `${file.path} does not show which address is yours, so you would be taken in, too`,
      `net import ${file.path} --create --me you@example.org`,
    );
  if (given.me.length > 0 || importer?.own === undefined) return given.me;
  const own = await importer.own();
  return own(file, given.isKnown);
}

/** How much there is to read, in bytes, and a file that tells how far it has been read. */
export function metered(file: SourceFile): {
  readonly file: SourceFile;
  readonly total: number;
  readonly read: () => number;
} {
  let read = 0;
  const counted = (one: SourceFile): SourceFile => ({
    ...one,
    chunks: function* () {
      const before = one === file ? 0 : read;
      read = before;
      for (const chunk of one.chunks()) {
        read += chunk.length;
        yield chunk;
      }
    },
    files: one.files === null ? null : () => countedAll(one.files?.() ?? []),
  });
  function* countedAll(files: Iterable<SourceFile>): Generator<SourceFile> {
    read = 0;
    for (const within of files) yield counted(within);
  }
  return { file: counted(file), total: sizeOf(file), read: () => read };
}

function sizeOf({ size, files }: SourceFile): number {
  let sum = size;
  for (const file of files?.() ?? []) sum += sizeOf(file);
  return sum;
}
