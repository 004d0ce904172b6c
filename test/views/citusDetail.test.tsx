import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { changeLocale } from '../../src/i18n/i18n.ts';
import type { NodeSpec } from '../../src/schemes/nodes.ts';
import type { SchemeConfig } from '../../src/schemes/scheme.ts';
import { setCompared } from '../../src/store/edits/setCompared.ts';
import { setKeyType } from '../../src/store/edits/setKeyType.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { CitusDetail } from '../../src/views/compare/CitusDetail.tsx';
import { CompareView } from '../../src/views/compare/CompareView.tsx';
import { nodesOf, resized } from '../fixtures/nodes.ts';
import { plain, renderApp } from '../fixtures/renderApp.tsx';

function scenario(nodes: readonly NodeSpec[], config: SchemeConfig = {}, patch: Partial<Scenario> = {}): Scenario {
  const spec = newCompared('citus');
  return { ...defaultScenario, nodes, compare: [{ ...spec, config: { ...spec.config, ...config } }], ...patch };
}

async function setup(document: Scenario) {
  const app = await renderApp(<CitusDetail />, { document });
  const summary = screen.getByText('Citus: what its rebalancer does, shard by shard');
  await app.user.click(summary);
  await waitFor(() => expect(summary.nextElementSibling).toBeInTheDocument());
  const region = (name: string) => screen.getByRole('region', { name });
  const rowsOf = (name: string) =>
    within(within(region(name)).getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => plain([...row.children].map((cell) => cell.textContent).join(' | ')));
  const parts = (name: string) =>
    within(screen.getByRole('table', { name }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => plain([...row.children].map((cell) => cell.textContent).join(' | ')));
  const plan = () => plain(region('Plan of the Citus rebalancer').textContent);
  const fill = async (field: HTMLElement, text: string) => {
    await app.user.clear(field);
    await app.user.paste(text);
    await app.user.keyboard('{Enter}');
  };
  return { ...app, region, rowsOf, parts, plan, fill };
}

describe('the Citus details', () => {
  it('stand below the table of the comparison, closed', async () => {
    await renderApp(<CompareView />, { document: scenario(resized(2, 3)) });
    const details = screen.getByText('Citus: what its rebalancer does, shard by shard').closest('details')!;
    expect(details).not.toHaveAttribute('open');
    expect(screen.getByRole('table', { name: 'Schemes compared over the same keys' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Plan of the Citus rebalancer' })).not.toBeInTheDocument();
  });

  it('are there only where Citus is compared', async () => {
    const { edit } = await setup(defaultScenario);
    await edit(setCompared, { scheme: 'citus', compared: false });
    expect(screen.queryByText('Citus: what its rebalancer does, shard by shard')).not.toBeInTheDocument();
  });

  it('show the 10 moves of 32 shards from 2 to 3 nodes, and 11, 11 and 10 shards', async () => {
    const { plan, rowsOf } = await setup(scenario(resized(2, 3)));
    expect(plan()).toContain('10 moves: 0 to empty nodes that leave, 10 to even nodes out.');
    expect(rowsOf('Shards of each node')).toEqual(['n1 | 16 | 11', 'n2 | 16 | 11', 'n3 | – | 10']);
    const moves = rowsOf('Moves in the order that Citus makes them');
    expect(moves).toHaveLength(10);
    expect(moves[0]).toMatch(/^1 \| 1020\d\d \| n[12] \| n3 \| [\d ]+ \| evens nodes out$/);
  });

  it('show 4 nodes that become 6, with the rows that move', async () => {
    const { plan, rowsOf } = await setup(scenario(resized(4, 6)));
    expect(plan()).toMatch(/10 moves: .* [\d ]+ of 100 000 rows \(3\d\.\d %\) change node\./);
    expect(plan()).toContain('Utilisation afterwards is 5 to 6;');
    expect(rowsOf('Shards of each node').at(-1)).toBe('n6 | – | 5');
  });

  it('tell draining from evening out', async () => {
    const { plan, rowsOf } = await setup(scenario(nodesOf('a', 'b', '-c', '+d')));
    expect(plan()).toContain('10 moves: 10 to empty nodes that leave, 0 to even nodes out.');
    expect(rowsOf('Shards of each node')[2]).toBe('c | 10 | –');
    expect(rowsOf('Moves in the order that Citus makes them')[0]).toMatch(/\| c \| d \| .* \| its node leaves$/);
  });

  it('show utilisation where it is not the number of shards', async () => {
    const config = { rebalanceStrategy: 'by_capacity', shardCount: 36 };
    const { rowsOf, plan } = await setup(scenario(nodesOf('a', 'b*2', '+c*3'), config));
    expect(rowsOf('Shards of each node')).toEqual(['a | 12 | 6 | 6', 'b | 24 | 12 | 6', 'c | – | 18 | 6']);
    expect(plan()).toContain('the weight of a node is its capacity');
    expect(screen.getByRole('region', { name: 'Ask a cluster for its own plan' })).toHaveTextContent("('c', 5432, 3)");
  });

  it('say in figures why nothing moves', async () => {
    const { plan } = await setup(scenario(resized(4, 4)));
    expect(plan()).toContain(
      'No move is planned: the utilisation of every node, 8 to 8, is within the threshold, 8 to 8 (average 8).',
    );
    expect(screen.getByText(/there is nothing to run/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Moves in the order that Citus makes them' })).not.toBeInTheDocument();
  });

  it('say which move would not help', async () => {
    const { plan } = await setup(scenario(resized(3, 3), { shardCount: 8 }));
    expect(plan()).toContain(
      'moving shard 102015 from n2 to n3 would turn 3 and 2 into 2 and 3, which is no more even.',
    );
  });

  it('repeat the notices of Citus word for word, and show costs where rows are not known', async () => {
    const keys = { ...defaultScenario.keys, rows: 200_000 };
    const config = { shardCount: 100, rebalanceStrategy: 'by_disk_size', rowBytes: 50_000 };
    const { plan } = await setup(scenario(resized(40, 40), config, { keys }));
    expect(plan()).toMatch(/moves were ignored: they gain less than the improvement threshold of 0\.50\./);
    const notices = within(screen.getByRole('region', { name: 'Plan of the Citus rebalancer' })).getAllByRole(
      'listitem',
    );
    expect(notices).toHaveLength(6);
    expect(notices[0]!.textContent).toMatch(
      /^NOTICE: Ignoring move of shard \d+ from n\d+:5432 to n\d+:5432, because the move only brings a small improvement relative to the shard its size\nDETAIL: The balance improvement of \S+ is lower than the improvement_threshold of 0\.5$/,
    );
    expect(notices[5]!.textContent).toMatch(
      /^NOTICE: Ignored \d+ moves, 5 of which are shown in notices above\nHINT: /,
    );
  });

  it('show what a move costs where the rows of shards are not known', async () => {
    const keys = { ...defaultScenario.keys, rows: 200_000 };
    const { rowsOf } = await setup(scenario(resized(2, 3), {}, { keys }));
    expect(rowsOf('Moves in the order that Citus makes them')[0]).toMatch(/\| 1 \| evens nodes out$/);
    expect(screen.getByRole('columnheader', { name: 'Cost' })).toBeInTheDocument();
  });

  it('say why there is no plan', async () => {
    await setup(scenario(nodesOf('a', 'a:5432')));
    expect(screen.getByRole('alert')).toHaveTextContent('another node has the address a:5432 already');
  });

  it('plan very many shards on request', async () => {
    const { user, plan } = await setup(scenario(resized(2, 2), { shardCount: 9000 }));
    expect(screen.queryByRole('region', { name: 'Plan of the Citus rebalancer' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make the plan' }));
    expect(plan()).toContain('4 500 to 4 500');
  });

  it('copy the statements and say which name is no host name', async () => {
    const { user, region } = await setup(defaultScenario);
    expect(region('SQL for the coordinator')).toHaveTextContent("SELECT citus_add_node('node 5', 5432);");
    expect(screen.getByText(/“node 1” is not a host name/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the SQL' }));
    const copied = await navigator.clipboard.readText();
    expect(copied.match(/citus_move_shard_placement\(/g)).toHaveLength(10);
  });

  it('show the beginning of a long script and copy all of it', async () => {
    const { user, region } = await setup(scenario(resized(2, 4), { shardCount: 1000 }));
    const shown = region('SQL for the coordinator').textContent!;
    expect(screen.getByText(/^\d+ more lines; Copy takes them all\.$/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the SQL' }));
    const copied = await navigator.clipboard.readText();
    expect(copied.match(/citus_move_shard_placement\(/g)).toHaveLength(500);
    expect(shown.match(/citus_move_shard_placement\(/g)!.length).toBeLessThan(200);
  });
});

describe('the form of a split', () => {
  const four = scenario(resized(2, 3), { shardCount: 4 });
  const shard = () => screen.getByRole('spinbutton', { name: 'Shard, counted from 0' });
  const point = () => screen.getByRole('spinbutton', { name: 'Split point' });

  it('halves a shard where it is, and sends its upper part elsewhere when asked to', async () => {
    const { user, fill, parts } = await setup(four);
    await fill(shard(), '0');
    expect(point()).toHaveValue('-1610612737');
    expect(parts('Split a shard: the parts').map((row) => row.replace(/ \| [\d ]+$/, ''))).toEqual([
      '102012 | -2147483648 … -1610612737 | n1',
      '102013 | -1610612736 … -1073741825 | n1',
    ]);
    await user.click(screen.getByRole('button', { name: /Upper part on/ }));
    await user.click(await screen.findByRole('option', { name: 'n2' }));
    expect(parts('Split a shard: the parts')[1]).toMatch(/\| n2 \|/);
    expect(screen.queryByRole('option', { name: 'n3' })).not.toBeInTheDocument();
  });

  it('says in the words of Citus, at the field, what it refuses', async () => {
    const { fill, parts } = await setup(four);
    await fill(shard(), '0');
    const before = parts('Split a shard: the parts');
    await fill(point(), '-1073741825');
    expect(point()).toBeInvalid();
    expect(point()).toHaveAccessibleDescription(
      'ERROR: Invalid split point -1073741825, as split points should be inclusive. Please use -1073741826 instead.',
    );
    await fill(point(), '0');
    expect(point()).toHaveAccessibleDescription(/^ERROR: Split point 0 is outside the min\/max range/);
    expect(parts('Split a shard: the parts')).toEqual(before);
    await fill(point(), '-1073741826');
    expect(point()).toBeValid();
    expect(parts('Split a shard: the parts')[1]).toContain('-1073741825 … -1073741825');
  });

  it.each([
    ['4', 'There is no shard 4: they are 0 to 3.'],
    ['1.5', 'There is no shard 1.5: they are 0 to 3.'],
    ['x', 'Not a number. 100 000, 1e6 and 2M are.'],
  ])('refuses the shard %s', async (text, reason) => {
    const { fill } = await setup(four);
    await fill(shard(), text);
    expect(shard()).toHaveAccessibleDescription(reason);
  });

  it('refuses a split point that no 32-bit hash can be', async () => {
    const { fill } = await setup(four);
    await fill(point(), '2147483648');
    expect(point()).toHaveAccessibleDescription('2147483648 is not a whole number from -2147483648 to 2147483647.');
  });

  it('changes nothing in the document', async () => {
    const { fill, state } = await setup(four);
    const { document, history } = state();
    await fill(shard(), '1');
    await fill(point(), '-5');
    expect(state().document).toBe(document);
    expect(state().history).toBe(history);
  });
});

describe('the form of an isolation', () => {
  const four = scenario(resized(2, 3), { shardCount: 4 });
  const tenant = (type = 'bigint') => screen.getByRole('textbox', { name: `Tenant: order_id (${type})` });
  const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent;

  it('shows hash, shard, split points and statement of a tenant', async () => {
    const { parts, region } = await setup(four);
    expect(tenant()).toHaveValue('1');
    expect(fact('32-bit hash')).toBe('-1905060026');
    expect(fact('Is in shard')).toBe('0 (id 102008)');
    expect(fact('Split points')).toBe('-1905060027, -1905060026');
    expect(fact('Own shard')).toBe('102013');
    expect(parts('Isolate a tenant: the parts')[1]).toBe('102013 | -1905060026 … -1905060026 | n1 | 1');
    expect(region('Isolate a tenant: the statement')).toHaveTextContent(
      "SELECT isolate_tenant_to_new_shard('orders', '1', shard_transfer_mode := 'auto');",
    );
  });

  it('follows another tenant, and repeats PostgreSQL’s refusal at the field', async () => {
    const { fill } = await setup(four);
    await fill(tenant(), '123');
    expect(fact('32-bit hash')).toBe('-205084363');
    await fill(tenant(), 'x');
    expect(tenant()).toHaveAccessibleDescription('ERROR: invalid input syntax for type bigint: "x"');
    expect(fact('32-bit hash')).toBe('-205084363');
  });

  it('takes values of the new type when the type changes', async () => {
    const { edit, fill } = await setup(four);
    await fill(tenant(), '123');
    await edit(setKeyType, { index: 0, type: 'date' });
    expect(tenant('date')).not.toHaveValue('123');
    await fill(tenant('date'), '1997-08-08');
    expect(fact('32-bit hash')).toBe('-499701663');
  });
});

describe('in every language', () => {
  afterEach(() => changeLocale('en'));

  it('axe finds no fault', async () => {
    await setup(scenario(nodesOf('a', 'b', '-c', '+d')));
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    // A panel on its own has no landmarks and no main heading.
    expect(faults.filter((fault) => !/^(?:region|page-has-heading-one|landmark-one-main)/.test(fault))).toEqual([]);
  });

  it.each(['zh', 'ru'] as const)('no text of %s is left in English or unfilled', async (locale) => {
    await setup(scenario(nodesOf('a', 'b', '-c', '+d')));
    await changeLocale(locale);
    await waitFor(() => expect(screen.queryByText('Split a shard')).not.toBeInTheDocument());
    expect(document.body.textContent).not.toMatch(/\{\{|citus\.[a-z]/);
  });
});
