import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { nodeHue } from '../../scene/nodeHue.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import { type Hue, Meter } from '../../ui/Meter.tsx';
import { NodeFields } from './NodeFields.tsx';
import styles from './ScenarioPanel.module.css';

interface NodeEntryProps {
  readonly index: number;
  readonly node: NodeSpec;
  /** Rows at the playhead; null while they are not known. */
  readonly rows: number | null;
  /** Rows at which the bar is full, for a node without a limit. */
  readonly most: number;
}

/** A node as a bar; opened, all about it. */
export function NodeEntry({ index, node, rows, most }: NodeEntryProps): ReactElement {
  const { format } = useT();
  // Closed ones have no fields: a thousand nodes would have seven thousand.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.node} data-state={node.state} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Meter
          label={node.name}
          value={rows ?? 0}
          max={Math.max(node.capacityRows ?? 0, most)}
          text={rows === null ? '…' : format.compact(rows)}
          hue={nodeHue(index) as Hue}
        />
      </summary>
      {isOpen && <NodeFields index={index} node={node} />}
    </details>
  );
}
