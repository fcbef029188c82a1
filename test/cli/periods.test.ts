import { expect, test } from 'vitest';
import { importDesk } from '../support/importing.ts';

test('a name that ends with a period ends its sentence', async () => {
  const { at, lay } = importDesk();
  const path = lay('card.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:James Doe Sr.\nEND:VCARD\n');
  expect((await at.net('import', path)).out).toContain('New: James Doe Sr.\n');
  expect((await at.net('undo')).out).toBe('Took back net import: James Doe Sr.\n');
});
