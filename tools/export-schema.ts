/** Writes docs/export.schema.json, the schema of what `net export` writes, or with --check tells whether the written one is up to date. */
import { documentSchema } from '../src/formats/document-schema.ts';
import { writeOrCheck } from './written.ts';

writeOrCheck('docs/export.schema.json', `${JSON.stringify(documentSchema(), null, 2)}\n`, 'npm run docs');
