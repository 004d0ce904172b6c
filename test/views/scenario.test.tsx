import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { problem } from '../../src/lib/problem.ts';
import { undo } from '../../src/store/createAppStore.ts';
import { refusalText } from '../../src/store/refusalText.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { ScenarioPanel } from '../../src/views/scenario/ScenarioPanel.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

async function setup(document?: Scenario) {
  const app = await renderApp(<ScenarioPanel />, document === undefined ? {} : { document });
  const field = (name: string | RegExp) =>
    screen.queryByRole('textbox', { name }) ??
    screen.queryByRole('combobox', { name }) ??
    screen.getByRole('spinbutton', { name });
  /** Replaces a field's text, as by pasting, and presses Enter. */
  const fill = async (name: string | RegExp, text: string) => {
    await app.user.clear(field(name));
    if (text !== '') await app.user.paste(text);
    await app.user.keyboard('{Enter}');
  };
  /** A choice of the list that the named field opens. */
  const choose = async (name: RegExp, option: string) => {
    await app.user.click(screen.getByRole('button', { name }));
    await app.user.click(screen.getByRole('option', { name: option }));
  };
  return { ...app, field, fill, choose, document: () => app.state().document };
}

const serial = defaultScenario.keys.columns[0]!;
const tenants: Scenario = {
  ...defaultScenario,
  keys: {
    ...defaultScenario.keys,
    columns: [{ name: 'tenant_id', type: 'int4', source: { kind: 'zipf', tenants: 500, s: 1.1 } }, serial],
  },
};

describe('a field', () => {
  it.each([
    ['Name', 'Über orders', { table: { name: 'Über orders' } }],
    ['Partition key', 'id', { keys: { columns: [{ name: 'id' }] } }],
    ['Partition names', 'p_{modulus}_{remainder}', { table: { partitionNames: 'p_{modulus}_{remainder}' } }],
    ['Row width', '250', { table: { rowBytes: 250 } }],
    ['Start', '-5', { keys: { columns: [{ source: { start: -5, stride: 1 } }] } }],
    ['Stride', '3', { keys: { columns: [{ source: { start: 1, stride: 3 } }] } }],
    ['Rows', '20k', { keys: { rows: 20_000 } }],
    ['Seed', '7', { keys: { seed: 7 } }],
    ['Modulus now', '4', { from: { kind: 'uniform', modulus: 4 } }],
    ['Target', '16', { to: { kind: 'uniform', modulus: 16 } }],
  ])('%s takes %j at once, as one undoable change', async (name, text, expected) => {
    const { fill, document, field, store } = await setup();
    await fill(name, text);
    expect(document()).toMatchObject(expected);
    expect(field(name)).toBeValid();
    act(() => void undo(store));
    expect(document()).toBe(defaultScenario);
  });

  const long = 'x'.repeat(64);
  it.each([
    ['Name', '', 'A name is empty.'],
    ['Name', long, `“${long}” takes 64 bytes; PostgreSQL keeps 63.`],
    ['Partition key', '', 'A name is empty.'],
    ['Partition names', 'p', '“p” must hold {modulus} and {remainder}, or partitions would share a name.'],
    ['Row width', 'wide', 'Not a number. 100 000, 1e6 and 2M are.'],
    ['Stride', '0', 'A stride of 0 would give every row the same key.'],
    ['Stride', '0.5', 'Stride: 0.5 is not a whole number from -9 007 199 254 740 991 to 9 007 199 254 740 991.'],
    ['Start', 'one', 'Not a number. 100 000, 1e6 and 2M are.'],
    ['Rows', '0', 'Rows: 0 is not a whole number from 1 to 1 000 000 000 000.'],
    ['Rows', '2e12', 'Rows: 2 000 000 000 000 is not a whole number from 1 to 1 000 000 000 000.'],
    ['Seed', '-1', 'Seed: -1 is not a whole number from 0 to 4 294 967 295.'],
    ['Modulus now', '0', '0 partitions; a whole number from 1 to 4 096 is possible here.'],
    ['Target', '5000', '5 000 partitions; a whole number from 1 to 4 096 is possible here.'],
    ['Target', '2.5', '2.5 partitions; a whole number from 1 to 4 096 is possible here.'],
    ['Target', 'many', 'Not a number. 100 000, 1e6 and 2M are.'],
  ])('%s refuses %j with the reason, and the document stays', async (name, text, reason) => {
    const { fill, document, field } = await setup();
    await fill(name, text);
    expect(field(name)).toBeInvalid();
    expect(plain(field(name).getAttribute('aria-describedby') && descriptionOf(field(name)))).toBe(reason);
    expect(document()).toBe(defaultScenario);
  });

  it.each(['0', '-5', '1.5', '1e7'])('Row width refuses %s, which no file could hold', async (text) => {
    const { fill, document, field } = await setup();
    await fill('Row width', text);
    const wrong = problem('rowBytes', { value: Number(text), min: 1, max: 1_000_000 });
    expect(descriptionOf(field('Row width'))).toBe(refusalText(wrong, formatOf('en')));
    expect(document()).toBe(defaultScenario);
  });

  it('refuses keys that leave the range of their type', async () => {
    const { choose, fill, document, field } = await setup();
    await fill('Rows', '30000');
    await choose(/Type$/, 'smallint');
    await fill('Start', '30000');
    expect(plain(descriptionOf(field('Start')))).toBe('The value 59 999 is outside of smallint: -32 768 to 32 767.');
    expect(document().keys.columns[0]).toMatchObject({ type: 'int2', source: { start: 1 } });
  });

  it('steps by its buttons, which are named after it', async () => {
    const { user, document } = await setup();
    await user.click(screen.getByRole('button', { name: 'More: Target' }));
    await user.click(screen.getByRole('button', { name: 'More: Target' }));
    await user.click(screen.getByRole('button', { name: 'Fewer: Modulus now' }));
    expect(document()).toMatchObject({ from: { modulus: 7 }, to: { modulus: 14 } });
  });

  it('that is left and taken up again gives an undo entry of its own', async () => {
    const { user, fill, store, document } = await setup();
    await fill('Target', '16');
    await user.tab();
    await fill('Target', '32');
    act(() => void undo(store));
    expect(document().to).toEqual({ kind: 'uniform', modulus: 16 });
  });
});

function descriptionOf(field: HTMLElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

describe('the key', () => {
  it('changes its type, and its source with it when that can’t make the type', async () => {
    const { choose, document } = await setup();
    await choose(/Type$/, 'uuid');
    expect(document().keys.columns[0]).toMatchObject({ type: 'uuid', source: { kind: 'uuidv4' } });
    expect(screen.getByRole('button', { name: 'UUID v4 Source' })).toBeInTheDocument();
    expect(screen.queryByRole('spinbutton', { name: 'Stride' })).not.toBeInTheDocument();
  });

  it('says why a type can’t hold its values, and keeps the one it has', async () => {
    const { choose, document, field } = await setup();
    await choose(/Type$/, 'smallint');
    expect(plain(descriptionOf(field('Type')))).toBe('The value 100 000 is outside of smallint: -32 768 to 32 767.');
    expect(document()).toBe(defaultScenario);
    await choose(/Type$/, 'integer');
    expect(document().keys.columns[0]?.type).toBe('int4');
    expect(field('Type')).toBeValid();
  });

  it.each([
    ['money', 'data type money has no default operator class for access method "hash"'],
    ['foo', 'type "foo" does not exist'],
    ['int4(3)', 'type modifier is not allowed for type "int4"'],
  ])('is refused as %s in the words of PostgreSQL', async (type, message) => {
    const { fill, document, field } = await setup();
    await fill('Type', type);
    expect(descriptionOf(field('Type'))).toContain(message);
    expect(field('Type')).toHaveValue(type);
    expect(document()).toBe(defaultScenario);
  });

  it('takes any name that PostgreSQL knows a type by, and says that its length is left out', async () => {
    const { fill, document, field, state } = await setup();
    await fill('Type', 'VARCHAR(20)');
    expect(document().keys.columns[0]?.type).toBe('varchar');
    expect(field('Type')).toHaveValue('character varying');
    expect(state().ui.notice).toMatchObject({ key: 'notice.typmod', params: { type: 'VARCHAR(20)' } });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('offers the operator classes that take its type, and none where there is one only', async () => {
    const { choose, document, fill } = await setup();
    expect(screen.queryByRole('button', { name: /Operator class$/ })).not.toBeInTheDocument();
    await fill('Type', 'text');
    await choose(/Operator class$/, 'text_pattern_ops');
    expect(document().keys.columns[0]?.operatorClass).toBe('text_pattern_ops');
    await choose(/Operator class$/, 'text_ops');
    expect(document().keys.columns[0]).not.toHaveProperty('operatorClass');
  });

  it('says of an operator class that hashes otherwise what it hashes', async () => {
    const { user, fill } = await setup();
    await fill('Type', 'text');
    await user.click(screen.getByRole('button', { name: /Operator class$/ }));
    expect(descriptionOf(screen.getByRole('option', { name: 'bpchar_ops' }))).toContain(
      'without the blanks at its end',
    );
    expect(descriptionOf(screen.getByRole('option', { name: 'text_ops' }))).toBe('default');
    expect(descriptionOf(screen.getByRole('option', { name: 'varchar_ops' }))).toBe('');
  });

  it('does not simulate a nondeterministic collation, and says why', async () => {
    const { user, fill, document } = await setup();
    await fill('Type', 'text');
    const before = document();
    await user.click(screen.getByRole('button', { name: /Collation$/ }));
    const refused = screen.getByRole('option', { name: 'nondeterministic (ICU)' });
    expect(refused).toHaveAttribute('aria-disabled', 'true');
    expect(descriptionOf(refused)).toMatch(/^Not simulated: .*ICU/);
    await user.click(refused);
    expect(document()).toBe(before);
  });

  it('is for a server of a version and an encoding, which must have the characters', async () => {
    const { choose, user, fill, document } = await setup();
    await choose(/Version$/, 'PostgreSQL 15');
    expect(document().keys.server).toEqual({ version: 15, encoding: 'UTF8' });
    await fill('Type', 'text');
    await choose(/Source$/, 'Prefix and number');
    await fill('Prefix', 'ключ_');
    await user.click(screen.getByRole('button', { name: /Encoding$/ }));
    expect(descriptionOf(screen.getByRole('option', { name: 'LATIN1' }))).toBe(
      '“ключ_”: character with byte sequence 0xd0 0xba in encoding "UTF8" has no equivalent in encoding "LATIN1"',
    );
    await user.click(screen.getByRole('option', { name: 'KOI8R' }));
    expect(document().keys.server).toEqual({ version: 15, encoding: 'KOI8R' });
  });

  it('gets a pattern of its own when it does not read the texts of the one before', async () => {
    const { fill, document } = await setup();
    await fill('Type', 'jsonb');
    expect(document().keys.columns[0]?.source).toMatchObject({
      kind: 'pattern',
      pattern: '{"id": {n}, "tag": "t{r%10}"}',
    });
    await fill('Type', 'int4range');
    expect(document().keys.columns[0]?.source).toMatchObject({ pattern: '[{n%2147000000},{n%2147000000+10})' });
    await fill('Type', 'text');
    expect(document().keys.columns[0]).toMatchObject({ type: 'text', source: { kind: 'pattern' } });
  });

  it('takes its values from a pattern, whose texts the type must read', async () => {
    const { choose, fill, field, document } = await setup();
    await choose(/Source$/, 'Pattern');
    await fill('Pattern', '{n*10}');
    expect(document().keys.columns[0]?.source).toEqual({ kind: 'pattern', pattern: '{n*10}', start: 1 });
    await fill('Pattern', 'order {n}');
    expect(descriptionOf(field('Pattern'))).toBe(
      'Key 1 would be “order 1”: invalid input syntax for type bigint: "order 1"',
    );
  });

  it('keeps a source that can make the new type', async () => {
    const { choose, document } = await setup();
    await choose(/Type$/, 'integer');
    expect(document().keys.columns[0]).toEqual({ ...serial, type: 'int4' });
  });

  it('grows by a tenant column in front, and shrinks again', async () => {
    const { user, document } = await setup();
    expect(screen.queryByRole('button', { name: /^Remove/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add a key column' }));
    expect(document().keys.columns.map((column) => column.name)).toEqual(['tenant_id', 'order_id']);
    expect(screen.getByRole('textbox', { name: 'Key 1' })).toHaveValue('tenant_id');
    expect(screen.getByRole('button', { name: 'Zipf tenants Keys of tenant_id' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove tenant_id' }));
    expect(document().keys.columns).toEqual([serial]);
    expect(screen.getByRole('textbox', { name: 'Partition key' })).toHaveValue('order_id');
  });

  it('takes at most four columns, all with different names', async () => {
    const { user, fill, field } = await setup(tenants);
    await user.click(screen.getByRole('button', { name: 'Add a key column' }));
    await user.click(screen.getByRole('button', { name: 'Add a key column' }));
    expect(screen.queryByRole('button', { name: 'Add a key column' })).not.toBeInTheDocument();
    await fill('Key 1', 'order_id');
    expect(descriptionOf(field('Key 1'))).toBe('Two key columns are named order_id.');
  });

  it.each([
    ['Serial', ['Start', 'Stride']],
    ['Random', []],
    ['Zipf tenants', ['Tenants', 'Skew s']],
  ])('from the source %s has the parameters %j', async (source, parameters) => {
    const { choose } = await setup();
    if (source !== 'Serial') await choose(/Source$/, source);
    const keys = screen.getByRole('region', { name: 'Keys' });
    const names = within(keys)
      .getAllByRole('spinbutton')
      .map((input) => input.getAttribute('aria-labelledby'));
    const labels = names.map((id) => document.getElementById(id ?? '')?.textContent);
    expect(labels).toEqual([...parameters, 'Rows', 'Seed']);
  });

  it('of text takes its prefix and digits', async () => {
    const { choose, fill, document } = await setup();
    await choose(/Type$/, 'text');
    await choose(/Source$/, 'Prefix and number');
    await fill('Prefix', 'kunde-');
    await fill('Digits', '6');
    expect(document().keys.columns[0]?.source).toEqual({ kind: 'text', prefix: 'kunde-', start: 1, pad: 6 });
  });

  it('of timestamps takes dates as they are written, and says which it does not understand', async () => {
    const { choose, fill, field, document } = await setup();
    await choose(/Type$/, 'timestamp without time zone');
    await choose(/Source$/, 'Timestamps');
    expect(field('Start')).toHaveValue('2025-01-01');
    await fill('Start', '2024-02-30x');
    expect(descriptionOf(field('Start'))).toBe(
      '“2024-02-30x” is not a date such as 2024-01-31 or 2024-01-31T12:00:00Z.',
    );
    await fill('Start', '2024-01-31 12:00');
    expect(document().keys.columns[0]?.source).toMatchObject({ startMs: Date.UTC(2024, 0, 31, 12) });
    expect(field('Start')).toHaveValue('2024-01-31T12:00:00Z');
    await fill('Step', '0.5');
    expect(document().keys.columns[0]?.source).toMatchObject({ stepMs: 0.5 });
  });
});

describe('the scheme', () => {
  it('takes a recipe, each with its meaning', async () => {
    const { user, document } = await setup();
    await user.click(screen.getByRole('button', { name: /Recipe$/ }));
    expect(screen.getByRole('option', { name: 'Full copy' })).toHaveAccessibleDescription(
      'Every row of a changed partition is written anew.',
    );
    await user.click(screen.getByRole('option', { name: 'Keep half' }));
    expect(document().recipe).toBe('keepHalf');
  });

  it('names a mixed target as such, and a number replaces it', async () => {
    const bounds = [
      { modulus: 2, remainder: 0 },
      { modulus: 4, remainder: 1 },
      { modulus: 4, remainder: 3 },
    ];
    const { field, fill, document } = await setup({ ...defaultScenario, to: { kind: 'mixed', bounds } });
    expect(field('Target')).toHaveValue('3 mixed');
    await fill('Target', '3');
    expect(document().to).toEqual({ kind: 'uniform', modulus: 3 });
    expect(field('Target')).toHaveValue('3');
  });

  it('reads mixed moduli as text and refuses an overlap in the words of PostgreSQL', async () => {
    const { fill, document, user } = await setup();
    await user.click(screen.getByText('Mixed moduli'));
    await fill('Bounds now, (modulus, remainder)', '(2,0) (4,1) (4,3)');
    expect(document().from).toMatchObject({ kind: 'mixed', bounds: [{ modulus: 2 }, { modulus: 4 }, { modulus: 4 }] });
    const before = document();
    await fill('Bounds now, (modulus, remainder)', '(2,0) (4,1) (4,3) (4,0)');
    expect(screen.getByText('partition "orders_4_0" would overlap partition "orders_2_0"')).toBeInTheDocument();
    await fill('Bounds wanted', 'DEFAULT');
    expect(screen.getByText('a hash-partitioned table may not have a default partition')).toBeInTheDocument();
    expect(document()).toBe(before);
  });
});

describe('what this costs', () => {
  const costs = () => within(screen.getByRole('region', { name: /^What this costs/ }));

  it('compares this plan with the targets around it and with the least possible', async () => {
    await setup();
    const rows = costs()
      .getAllByRole('listitem')
      .map((row) => plain(row.textContent));
    expect(rows).toEqual(['This plan66.8 %', '8 → 1650.0 %', '8 → 2466.8 %', '8 → 449.8 %', 'Lower bound33.3 %']);
  });

  it('takes another target at one press', async () => {
    const { user, document, counted } = await setup();
    await user.click(costs().getByRole('button', { name: '8 → 16' }));
    expect(document().to).toEqual({ kind: 'uniform', modulus: 16 });
    await act(counted);
    expect(costs().getByText('This plan').parentElement).toHaveTextContent('50.0 %');
  });

  it('is not there when nothing changes', async () => {
    await setup(planOf(8, 8));
    expect(screen.queryByRole('region', { name: /^What this costs/ })).not.toBeInTheDocument();
  });
});
