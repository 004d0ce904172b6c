import type { EnumLabel, KeyType } from '../hash/keyType.ts';
import { typeSqlName } from '../hash/typeText.ts';

/** What CREATE TYPE makes, as plain data; types as format_type() prints them. */
export type CreatedType =
  | { readonly kind: 'enum'; readonly name: string; readonly labels: readonly EnumLabel[] }
  | {
      readonly kind: 'composite';
      readonly name: string;
      readonly columns: readonly { readonly name: string; readonly sqlType: string }[];
    };

/** The types that must be created before a column of this type, each before those that use it. */
export function createdTypes({ definition }: KeyType): readonly CreatedType[] {
  if (definition === undefined) return [];
  if (definition.kind === 'enum') return [definition];
  const { kind, name, columns } = definition;
  return [
    ...columns.flatMap(({ type }) => createdTypes(type)),
    { kind, name, columns: columns.map((column) => ({ name: column.name, sqlType: typeSqlName(column) })) },
  ];
}
