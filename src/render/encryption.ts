import { count, line, listed, type Text } from './text.ts';

interface Backups {
  readonly backups: number;
  readonly left: readonly string[];
}

interface Encrypted extends Backups {
  readonly why: string | null;
}

/** What encrypting would do, before anything is typed. */
export function encryptingText(file: string, backups: number): Text {
  return [
    line(`${file}${withBackups(backups)} would be encrypted under a passphrase of yours.`),
    line(`The key file ${file}-key would stand beside it: the passphrase opens nothing without it.`),
    line(OLD_BYTES),
  ];
}

export function encryptedText(file: string, { backups, left, why }: Encrypted, keychain: boolean): Text {
  return [
    line(`Encrypted ${file}${withBackups(backups)}.`),
    line(`Its key file is ${file}-key: keep a copy of it. The passphrase opens nothing without it.`),
    ...(keychain
      ? [line('Its key is kept in the keychain: on this machine nobody is asked for the passphrase.')]
      : []),
    line(OLD_BYTES),
    ...leftText(
      left,
      why === null
        ? `could not be encrypted: ${left.length === 1 ? 'it is' : 'each is'} damaged, or no backup of net's, and stays readable. Remove ${left.length === 1 ? 'it' : 'them'} by hand from ${file}-backups.`
        : 'can still be read. The next change tries again to encrypt what can be encrypted.',
    ),
  ];
}

const OLD_BYTES =
  'What stood on the disk before may be read from its free blocks until they are used again; copies elsewhere are not encrypted.';

export function decryptingText(file: string, backups: number): Text {
  return [line(`${file}${withBackups(backups)} would be readable to whoever has it.`)];
}

export function decryptedText(file: string, { backups, left }: Backups): Text {
  return [
    line(`Decrypted ${file}${withBackups(backups)}.`),
    ...leftText(left, 'stays encrypted: it is damaged, or another key opens it. The key file stays.'),
  ];
}

function withBackups(backups: number): string {
  return backups === 0 ? '' : `, with ${count(backups, 'backup')}`;
}

function leftText(left: readonly string[], what: string): Text {
  return left.length === 0 ? [] : [line(`${listed(left)} ${what}`)];
}
