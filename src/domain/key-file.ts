/** A raw key as it may lie about: nobody gets it out without the passphrase. Bytes are base64. */
export interface Wrapping {
  /** What scrypt is told: how dear each guess is. */
  readonly cost: { readonly N: number; readonly r: number; readonly p: number };
  readonly salt: string;
  readonly nonce: string;
  readonly key: string;
  readonly tag: string;
}

/** What stands beside an encrypted file: how to come by its key. */
export interface KeyFile {
  /** Names the key; the encrypted file begins with it. 16 hexadecimal digits. */
  readonly id: string;
  /** Tells the right key from another one. */
  readonly check: string;
  readonly wrapping: Wrapping;
  /** Its owner wants the key kept in the system's keychain. */
  readonly keychain: boolean;
  /** Backups of before may not be encrypted yet. */
  readonly unfinished: boolean;
}

/** Fetches the raw key of a file. `path` is only for words. Throws `permission` where nobody has it. */
export type Unlock = (keyFile: KeyFile, path: string) => Promise<Uint8Array>;
