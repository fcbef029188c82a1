import fs from 'node:fs';

/** Every so many messages one has an attachment, of so many characters. */
const ATTACHED = 10;
const ATTACHMENT = 600_000;

/** Writes an archive of so many bytes at least: plain messages to and from a hundred people, some with large attachments. */
export function writeMail(path: string, bytes: number, me: string): void {
  const file = fs.openSync(path, 'w');
  const line = `${'QUJDREVGR0g'.repeat(7).slice(0, 76)}\n`;
  const attachment = line.repeat(ATTACHMENT / line.length);
  let written = 0;
  for (let i = 0; written < bytes; i++) {
    const them = `${i % 100}@example.org`;
    const [from, to] = i % 2 === 0 ? [them, me] : [me, them];
    const day = new Date(Date.UTC(2024, 0, 1) + i * 3_600_000).toUTCString().replace('GMT', '+0000');
    const text = [
      `From ${from} Mon Jan  1 00:00:00 2024`,
      `From: Somebody <${from}>`,
      `To: ${to}`,
      `Date: ${day}`,
      `Message-ID: <${i}@example.org>`,
      'Subject: what nobody keeps',
      'Content-Type: text/plain',
      '',
      'A few words that are nobody else’s business.\n'.repeat(20),
      ...(i % ATTACHED === 0 ? [attachment] : []),
      '',
    ].join('\n');
    written += fs.writeSync(file, text);
  }
  fs.closeSync(file);
}
