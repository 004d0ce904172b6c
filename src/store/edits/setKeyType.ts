import { resolveKeyType } from '../../hash/resolveKeyType.ts';
import { DEFAULT_SERVER } from '../../hash/server.ts';
import type { KeySpec, SourceSpec } from '../../keys/keySpec.ts';
import { canFeed, getSource, sourcesFor } from '../../keys/sources.ts';
import { replaceColumn } from './columns.ts';
import type { Edit } from './edit.ts';

/**
 * Another type for a key column, by any name that PostgreSQL takes; a length or precision is left out, because it changes
 * no hash. A source that can't make that type gives way to the type's first one, so does a pattern whose texts the type does
 * not read; the operator class gives way to the default one.
 */
export const setKeyType: Edit<{ readonly index: number; readonly type: string }> = {
  id: 'setKeyType',
  label: (_document, { type }) => ({ key: 'edit.setKeyType', params: { type } }),
  apply: (document, { index, type }) => {
    const resolved = resolveKeyType(type);
    if (!resolved.ok) return resolved;
    const { id } = resolved.value.type;
    return replaceColumn(document, index, ({ operatorClass: _, ...column }) => ({
      ...column,
      type: id,
      source: suits(column.source, id, document.keys) ? column.source : sourcesFor(id)[0]!.defaults(id),
    }));
  },
  history: 'record',
};

function suits(source: SourceSpec, type: string, { rows, server = DEFAULT_SERVER }: KeySpec): boolean {
  const member = getSource(source.kind);
  if (!canFeed(member, type)) return false;
  return source.kind !== 'pattern' || member.validate(source, type, rows, server) === null;
}
