/** Whom root becomes where rights are tried: root may do everything. */
export const ORDINARY = { uid: 65_534, gid: 65_534 } as const;

/** How a program is started as an ordinary user: as nobody by root, else as oneself. */
export function asOrdinaryUser(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? ORDINARY : {};
}
