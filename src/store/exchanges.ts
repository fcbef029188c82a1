import type { Contact } from '../domain/contact.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Db } from './db.ts';
import { select } from './rows.ts';

/** Every live exchange, with every live contact, those moved on from too. */
export function readExchanges(db: Db): {
  readonly contacts: readonly Contact[];
  readonly exchanges: readonly Exchange[];
} {
  return {
    contacts: select(
      db,
      'contact',
      'WHERE deleted_at IS NULL AND id IN (SELECT contact_id FROM exchange WHERE deleted_at IS NULL) ORDER BY id',
    ),
    exchanges: select(db, 'exchange', 'WHERE deleted_at IS NULL ORDER BY made_on, id'),
  };
}
