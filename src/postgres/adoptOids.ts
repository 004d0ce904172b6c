import type { CreatedType } from '../sql/createdTypes.ts';
import { quoteIdent, quoteLiteral } from '../sql/quote.ts';
import type { Run } from './run.ts';

/** Above every oid that a database begun a moment ago has given out; labels wait there while others leave their places. */
const PARKED = 4_200_000_000;

/**
 * Gives the labels of the key's enums the oids of the scenario, so that this server routes them as the user's own does: an
 * enum hashes the oid of its label's row in pg_enum, and a fresh server would choose its own. The catalog may be written
 * because the server belongs to this run alone and ends with it.
 */
export async function adoptEnumOids({ db, input }: Run): Promise<void> {
  const types = input.table.keyColumns.flatMap(({ creates = [] }) => creates);
  const statements = types.flatMap((type) => (type.kind === 'enum' ? setOids(type) : []));
  if (statements.length > 0) await db.exec(['SET allow_system_table_mods = on', ...statements].join(';\n'));
}

function setOids({ name, labels }: Extract<CreatedType, { kind: 'enum' }>): string[] {
  const type = `${quoteLiteral(quoteIdent(name))}::regtype`;
  const set = (label: string, oid: number): string =>
    `UPDATE pg_enum SET oid = ${oid} WHERE enumtypid = ${type} AND enumlabel = ${quoteLiteral(label)}`;
  return [
    ...labels.map(({ label }, index) => set(label, PARKED + index)),
    ...labels.map(({ label, oid }) => set(label, oid)),
  ];
}
