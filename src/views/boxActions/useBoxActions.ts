import { useMemo } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { primeFactors } from '../../lib/integers.ts';
import { applyEdit, tryEdit } from '../../store/createAppStore.ts';
import { type Derived, deriveScenario } from '../../store/derive.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { mergePartitions } from '../../store/edits/mergePartitions.ts';
import { placePartition } from '../../store/edits/placePartition.ts';
import { splitPartition } from '../../store/edits/splitPartition.ts';
import { SPLIT_PARTS } from '../../store/effects/preview.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { AppState, Preview, Selection } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import type { HashPartition } from '../../topology/layout.ts';
import { mergeCandidates } from '../../topology/siblings.ts';
import type { PopoverAction } from '../../ui/ActionPopover.tsx';

const selectPreview = (state: AppState): Preview | null => state.results.preview;

/** Splits by 2, 3, ... and merges with siblings; each one PostgreSQL would refuse carries its reason. */
export function useBoxActions(selection: Selection | null): readonly PopoverAction[] {
  const { t, format } = useT();
  const { store } = useAppContext();
  const preview = useApp(selectPreview);
  return useMemo(() => {
    const { document } = store.getState();
    const derived = deriveScenario(document);
    if (selection === null || !derived.ok) return [];
    const { side, name } = selection;
    const layout = derived.value[side];
    const partition = layout.find((candidate) => candidate.name === name);
    if (partition === undefined) return [];
    const action = <Args>(id: string, label: string, edit: Edit<Args>, args: Args, hint?: string): PopoverAction => {
      const next = tryEdit(document, edit, args);
      return {
        id,
        label,
        hint,
        disabledReason: next.ok ? null : refusalText(next.error, format),
        onAction: () => applyEdit(store, edit, args),
      };
    };
    const splits = SPLIT_PARTS.map((parts) => {
      const rows = preview?.selection === selection ? preview.parts.get(parts) : undefined;
      const hint = rows === undefined ? undefined : partsText(rows, format);
      return action(`split${parts}`, t('box.split', { parts }), splitPartition, { side, name, parts }, hint);
    });
    const candidates = mergeCandidates(layout, partition);
    // With nothing to merge, the nearest merge is shown all the same, with the reason why not; modulus 1 has none.
    const nearest = primeFactors(partition.modulus)
      .slice(0, 1)
      .map((prime) => partition.modulus / prime);
    const moduli = candidates.length > 0 ? candidates.map(({ bound }) => bound.modulus).slice(0, 4) : nearest;
    const merges = moduli.map((modulus) => {
      const others = candidates
        .find(({ bound }) => bound.modulus === modulus)
        ?.parts.filter((part) => part !== partition);
      const names = others
        ?.slice(0, 3)
        .map((part) => part.name)
        .join(', ');
      const hint = names === undefined ? undefined : others!.length > 3 ? `${names}, …` : names;
      return action(`merge${modulus}`, t('box.merge', { modulus }), mergePartitions, { side, name, modulus }, hint);
    });
    return [...splits, ...merges, ...placings(derived.value, side, partition, t, action)];
  }, [selection, preview, store, t, format]);
}

type MakeAction = <Args>(id: string, label: string, edit: Edit<Args>, args: Args, hint?: string) => PopoverAction;

/** Most nodes that are offered one by one; a longer list is no menu. */
const MAX_OFFERED = 8;

/** Puts the partition on another node: before the change it lies there, after it it is pinned. */
function placings(
  { document, cluster, ...layouts }: Derived,
  side: Selection['side'],
  partition: HashPartition,
  t: Translate,
  action: MakeAction,
): PopoverAction[] {
  const bound = { modulus: partition.modulus, remainder: partition.remainder };
  const absent = side === 'from' ? 'joining' : 'leaving';
  const own = cluster[side === 'from' ? 'before' : 'after'][layouts[side].indexOf(partition)];
  const others = cluster.nodes.filter(({ state }, node) => state !== absent && node !== own).slice(0, MAX_OFFERED);
  const isPlaced = document.placed.some(
    (entry) => entry.side === side && entry.modulus === bound.modulus && entry.remainder === bound.remainder,
  );
  return [
    ...others.map(({ name }) =>
      action(`place${name}`, t(side === 'from' ? 'box.lieOn' : 'box.pinTo', { name }), placePartition, {
        side,
        bound,
        node: name,
      }),
    ),
    ...(isPlaced ? [action('unplace', t('box.unplace'), placePartition, { side, bound, node: null })] : []),
  ];
}

/** Few parts are summed up one by one; many as their range. */
function partsText(rows: readonly number[], format: Format): string {
  if (rows.length <= 4) return rows.map(format.integer).join(' + ');
  return `${rows.length} × ${format.integer(Math.min(...rows))} – ${format.integer(Math.max(...rows))}`;
}
