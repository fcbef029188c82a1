/** File systems on which several machines may write, or whose locks are not to be relied on. */
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|gfs2|glusterfs|lustre|davfs|vboxsf|fuse\.(sshfs|rclone|davfs|s3fs|gvfsd-fuse|curlftpfs|glusterfs))$/;

/**
 * The kind of file system that a path is on, as the system lists its mounts: one a line, its place second and its kind third. Null where
 * nothing tells. Blanks in a place are written as octal escapes.
 */
export function fileSystemOf(mounts: string, path: string): string | null {
  const found = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([, place, kind]) =>
      place === undefined || kind === undefined ? [] : [{ place: unescaped(place), kind }],
    )
    .filter(({ place }) => path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`));
  // What was mounted later covers what was there.
  const longest = Math.max(...found.map(({ place }) => place.length));
  return found.filter(({ place }) => place.length === longest).at(-1)?.kind ?? null;
}

/** Whether a file system is one over a network, where SQLite's locks may not hold. */
export function isNetwork(kind: string | null): boolean {
  return kind !== null && NETWORK.test(kind);
}

function unescaped(place: string): string {
  return place.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
