import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setUi } from '../../src/store/createAppStore.ts';
import { setKeyType } from '../../src/store/edits/setKeyType.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { InspectPanel } from '../../src/views/inspect/InspectPanel.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

const { keys } = defaultScenario;
const twoColumns: Scenario = {
  ...planOf(8, 16),
  keys: {
    ...keys,
    columns: [
      { name: 'tenant_id', type: 'int4', source: { kind: 'serial', start: 1, stride: 1 } },
      { name: 'code', type: 'text', source: { kind: 'text', prefix: 'k', start: 1, pad: 0 } },
    ],
  },
};

async function setup(document: Scenario = defaultScenario) {
  const app = await renderApp(<InspectPanel />, { document });
  const key = (name: string) => screen.getByRole('textbox', { name });
  const type = async (name: string, text: string) => {
    await app.user.clear(key(name));
    if (text !== '') await app.user.paste(text);
  };
  /** The value beside a name in one of the lists. */
  const value = (name: string | RegExp) => {
    const term = screen.getAllByRole('term').find((each) => plain(each.textContent).match(name));
    return plain(term?.nextElementSibling?.textContent ?? null);
  };
  const query = () => screen.getByText(/^SELECT satisfies_hash_partition/).textContent;
  return { ...app, key, type, value, query };
}

describe('inspect', () => {
  it('shows key 42 from its bytes to its partition', async () => {
    const { key, value } = await setup();
    expect(key('order_id (bigint)')).toHaveValue('42');
    expect(value(/^type$/)).toBe('bigint (int8)');
    expect(value(/^support function 2$/)).toBe('hashint8extended');
    expect(value(/^hash, seed 0x7a5b22367996dcfd$/)).toBe('0x663218bcfb84b17f');
    expect(value(/^Row hash$/)).toBe('0xafd30d9a116a5a62');
    expect(value(/^as a number$/)).toBe(String(0xafd30d9a116a5a62n));
    expect(value(/^now$/)).toBe('orders_8_2 (8, 2)');
    expect(value(/^target$/)).toBe(`orders_12_${0xafd30d9a116a5a62n % 12n} (12, ${0xafd30d9a116a5a62n % 12n})`);
    expect(screen.getByText('h mod 8 = 2')).toBeInTheDocument();
    expect(screen.getByText(`h mod 12 = ${0xafd30d9a116a5a62n % 12n}`)).toBeInTheDocument();
  });

  it('says in the words of PostgreSQL when no partition takes a key', async () => {
    const even = { kind: 'mixed', bounds: [{ modulus: 2, remainder: 1 }] } as const;
    const { value } = await setup({ ...defaultScenario, from: even, to: even });
    const error = 'ERROR: no partition of relation "orders" found for row';
    expect(value(/^now$/)).toBe(`${error} DETAIL: Partition key of the failing row contains (order_id) = (42).`);
  });

  it('follows what is typed', async () => {
    const { type, value } = await setup();
    const before = value(/^Row hash$/);
    await type('order_id (bigint)', '43');
    expect(value(/^Row hash$/)).not.toBe(before);
    await type('order_id (bigint)', ' 42 ');
    expect(value(/^Row hash$/)).toBe(before);
  });

  it('knows no bytes of a key that PostgreSQL refuses, and repeats its words at the field', async () => {
    const { key, type } = await setup();
    await type('order_id (bigint)', 'x');
    expect(key('order_id (bigint)')).toBeInvalid();
    expect(key('order_id (bigint)')).toHaveAccessibleDescription('ERROR: invalid input syntax for type bigint: "x"');
    expect(screen.queryByText('Row hash')).not.toBeInTheDocument();
    await type('order_id (bigint)', '7');
    expect(key('order_id (bigint)')).toBeValid();
    expect(screen.getByText('Row hash')).toBeInTheDocument();
  });

  it('hashes NULL to nothing, and takes a value again', async () => {
    const { user, key, value, query } = await setup();
    await user.click(screen.getByRole('checkbox', { name: 'NULL' }));
    expect(key('order_id (bigint)')).toBeDisabled();
    expect(value(/^NULL$/)).toBe('NULL adds nothing to the row hash');
    expect(value(/^Row hash$/)).toBe('0x0000000000000000');
    expect(value(/^now$/)).toBe('orders_8_0 (8, 0)');
    expect(query()).toBe("SELECT satisfies_hash_partition('orders'::regclass, 8, 0, NULL::bigint);");
    await user.click(screen.getByRole('checkbox', { name: 'NULL' }));
    expect(key('order_id (bigint)')).toBeEnabled();
    expect(key('order_id (bigint)')).toHaveValue('');
  });

  it('combines two columns, one after the other', async () => {
    const { type, value, query } = await setup(twoColumns);
    await type('tenant_id (integer)', '7');
    await type('code (text)', "o'c");
    const columns = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(columns).toEqual(expect.arrayContaining(['Column tenant_id', 'Column code']));
    expect(value(/^bytes \(3\)$/)).toBe('6f 27 63');
    expect(query()).toMatch(
      /^SELECT satisfies_hash_partition\('orders'::regclass, 8, \d, '7'::integer, 'o''c'::text\);$/,
    );
  });

  it('names the column that is wrong, and only that', async () => {
    const { key, type } = await setup(twoColumns);
    await type('tenant_id (integer)', '2147483648');
    expect(key('tenant_id (integer)')).toHaveAccessibleDescription(
      'ERROR: value "2147483648" is out of range for type integer',
    );
    expect(key('code (text)')).toBeValid();
  });

  it('says so where server versions differ, and follows the one of the scenario', async () => {
    const server = { version: 15, encoding: 'UTF8' } as const;
    const { key, type, value } = await setup({ ...defaultScenario, keys: { ...keys, server } });
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
    await type('order_id (bigint)', '0x2A');
    expect(key('order_id (bigint)')).toHaveAccessibleDescription('ERROR: invalid input syntax for type bigint: "0x2A"');
    const note = screen.getByRole('note');
    expect(note).toHaveTextContent('the scenario follows PostgreSQL 15.');
    expect(
      within(note)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'PostgreSQL 15: ERROR: invalid input syntax for type bigint: "0x2A"',
      'PostgreSQL 16, 17, 18: 0x663218bcfb84b17f',
    ]);
    await type('order_id (bigint)', '42');
    expect(screen.queryByRole('note')).not.toBeInTheDocument();
    expect(value(/^hash, seed/)).toBe('0x663218bcfb84b17f');
  });

  it('shows the function that the server version has, and the 32-bit hash', async () => {
    const column = { name: 'day', type: 'date', source: { kind: 'serial', start: 0, stride: 1 } } as const;
    const old = { ...keys, columns: [column], server: { version: 17, encoding: 'UTF8' } } as const;
    const { value } = await setup({ ...defaultScenario, keys: old });
    expect(value(/^support function 2$/)).toBe('hashint4extended');
    expect(value(/^operator class$/)).toBe('date_ops');
    expect(value(/^family$/)).toBe('date_ops');
    expect(value(/^32-bit hash$/)).toMatch(/^hashint4\(\) = -?\d+$/);
  });

  it('shows the chain of the operator class that is chosen', async () => {
    const source = { kind: 'pattern', pattern: 'ab ', start: 1 } as const;
    const column = { name: 'code', type: 'text', operatorClass: 'bpchar_ops', source } as const;
    const { value } = await setup({ ...defaultScenario, keys: { ...keys, columns: [column] } });
    expect(value(/^operator class$/)).toBe('bpchar_ops');
    expect(value(/^family$/)).toBe('bpchar_ops');
    expect(value(/^support function 2$/)).toBe('hashbpcharextended');
    expect(value(/^what is hashed$/)).toMatch(/without the blanks at its end/);
    expect(value(/^bytes/)).toBe('61 62');
    expect(value(/^32-bit hash$/)).toMatch(/^hashbpchar\(\) = -?\d+$/);
  });

  it('copies a query for the reader’s own server', async () => {
    const { user, query } = await setup();
    expect(query()).toBe("SELECT satisfies_hash_partition('orders'::regclass, 8, 2, '42'::bigint);");
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe(query());
    expect(screen.getByText('Copied.', { selector: '[role="status"]' })).toBeInTheDocument();
  });

  it('shows a key of the new type when the type changes', async () => {
    const { type, edit, key } = await setup();
    await type('order_id (bigint)', '43');
    await edit(setKeyType, { index: 0, type: 'int4' });
    expect(key('order_id (integer)')).toHaveValue('42');
  });

  it('takes the keyboard once when it is asked for', async () => {
    const { store, key, state } = await setup();
    expect(key('order_id (bigint)')).not.toHaveFocus();
    act(() => setUi(store, { focusProbe: true }));
    expect(key('order_id (bigint)')).toHaveFocus();
    expect(state().ui.focusProbe).toBe(false);
  });

  it('shows one remainder for each modulus that either side has', async () => {
    const bounds = [
      { modulus: 2, remainder: 0 },
      { modulus: 4, remainder: 1 },
      { modulus: 4, remainder: 3 },
    ];
    await setup({ ...planOf(2, 2), to: { kind: 'mixed', bounds } });
    const list = screen.getByText('Remainder for each modulus').parentElement!;
    const shown = within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(shown).toEqual(['h mod 2 = 0', 'h mod 4 = 2']);
  });
});
