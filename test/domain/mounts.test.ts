import { expect, test } from 'vitest';
import { fileSystemOf, isNetwork } from '../../src/domain/mounts.ts';

const MOUNTS = `/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/home /home/ana\\040silva nfs4 rw 0 0
//server/share /mnt/share cifs rw 0 0
host: /mnt/share/ssh fuse.sshfs rw 0 0
tmpfs /mnt/share tmpfs rw 0 0
`;

test.each([
  ['/etc/net.db', 'ext4', false],
  ['/tmp/net.db', 'tmpfs', false],
  ['/tmpnet.db', 'ext4', false],
  ['/home/ana silva/net.db', 'nfs4', true],
  ['/home/ana/net.db', 'ext4', false],
  ['/mnt/share/net.db', 'tmpfs', false],
  ['/mnt/share/ssh/net.db', 'fuse.sshfs', true],
])('%s is on %s', (path, kind, network) => {
  expect(fileSystemOf(MOUNTS, path)).toBe(kind);
  expect(isNetwork(kind)).toBe(network);
});

test('where nothing is told nothing is claimed', () => {
  expect(fileSystemOf('', '/net.db')).toBeNull();
  expect(fileSystemOf('nonsense\n\n', '/net.db')).toBeNull();
  expect(isNetwork(null)).toBe(false);
});
