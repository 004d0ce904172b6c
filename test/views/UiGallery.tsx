import { type ReactElement, type ReactNode, useState } from 'react';
import { ActionPopover, type AnchorRect } from '../../src/ui/ActionPopover.tsx';
import { Button } from '../../src/ui/Button.tsx';
import { Checkbox } from '../../src/ui/Checkbox.tsx';
import { ComboField } from '../../src/ui/ComboField.tsx';
import { CopyButton } from '../../src/ui/CopyButton.tsx';
import { DataTable } from '../../src/ui/DataTable.tsx';
import { Dialog } from '../../src/ui/Dialog.tsx';
import type { DataColumn } from '../../src/ui/dataColumn.ts';
import { EmptyNote } from '../../src/ui/EmptyNote.tsx';
import { ErrorNote } from '../../src/ui/ErrorNote.tsx';
import { Field } from '../../src/ui/Field.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { iconNames } from '../../src/ui/icons.tsx';
import { LiveRegion } from '../../src/ui/LiveRegion.tsx';
import { MarkTooltip } from '../../src/ui/MarkTooltip.tsx';
import { MenuBar } from '../../src/ui/MenuBar.tsx';
import { MenuButton } from '../../src/ui/MenuButton.tsx';
import { type Hue, Meter } from '../../src/ui/Meter.tsx';
import type { MenuDefinition } from '../../src/ui/menu.ts';
import { NumberField } from '../../src/ui/NumberField.tsx';
import { PickList } from '../../src/ui/PickList.tsx';
import { ProgressBar } from '../../src/ui/ProgressBar.tsx';
import { SegmentedControl } from '../../src/ui/SegmentedControl.tsx';
import { Select } from '../../src/ui/Select.tsx';
import { Slider } from '../../src/ui/Slider.tsx';
import { Splitter } from '../../src/ui/Splitter.tsx';
import { Stat } from '../../src/ui/Stat.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import { ToastRegion } from '../../src/ui/ToastRegion.tsx';
import { createToastQueue } from '../../src/ui/toastQueue.ts';

/** Partitions of the table on show. */
interface PartitionRow {
  readonly id: string;
  readonly rows: number;
}

const toasts = createToastQueue();
const nothing = (): void => undefined;
const counts = [12644, 12575, 12571, 12448, 12482, 12403, 12400, 12477];
const partitionRows: readonly PartitionRow[] = counts.map((rows, index) => ({ id: `orders_8_${index}`, rows }));
const partitionColumns: readonly DataColumn<PartitionRow>[] = [
  { id: 'name', label: 'Partition', isRowHeader: true, sortValue: (row) => row.id, cell: (row) => row.id },
  {
    id: 'rows',
    label: 'Rows',
    align: 'end',
    sortValue: (row) => row.rows,
    cell: (row) => row.rows.toLocaleString('en'),
  },
  { id: 'note', label: 'Note', cell: (row) => (row.rows > 12500 ? 'above the mean' : '') },
];

const menus: readonly MenuDefinition[] = [
  {
    id: 'file',
    label: 'File',
    groups: [
      {
        id: 'io',
        entries: [
          {
            id: 'open',
            label: 'Open ...',
            shortcut: 'Ctrl+O',
            onAction: () => toasts.add({ text: 'Opened', tone: 'ok' }),
          },
          { id: 'save', label: 'Save as ...', shortcut: 'Ctrl+S', onAction: nothing },
        ],
      },
      {
        id: 'more',
        heading: 'History',
        entries: [
          {
            id: 'undo',
            label: 'Undo',
            shortcut: 'Ctrl+Z',
            disabledReason: 'Nothing was changed yet',
            onAction: nothing,
          },
        ],
      },
    ],
  },
  {
    id: 'view',
    label: 'View',
    groups: [
      {
        id: 'theme',
        heading: 'Theme',
        choice: 'one',
        entries: [
          { id: 'system', label: 'As the system', checked: true, onAction: nothing },
          { id: 'dark', label: 'Dark', checked: false, onAction: nothing },
        ],
      },
    ],
  },
];

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section style={{ padding: 14, background: 'var(--surface)', border: '1px solid var(--border)' }}>
      <h2 className="section-heading">{title}</h2>
      {children}
    </section>
  );
}

function Fields(): ReactElement {
  const [key, setKey] = useState('order_id');
  const [rows, setRows] = useState(100_000);
  const [type, setType] = useState<'int8' | 'text' | 'numeric'>('int8');
  const [skew, setSkew] = useState(1.1);
  return (
    <Panel title="Table">
      <TextField
        label="Partition key"
        value={key}
        onCommit={setKey}
        validate={(text) => (text === '' ? 'A key needs a name' : null)}
      />
      <Select
        label="Type"
        value={type}
        onSelect={setType}
        options={[
          { id: 'int8', label: 'bigint' },
          { id: 'text', label: 'text', hint: 'UTF-8, any length' },
          { id: 'numeric', label: 'numeric', disabledReason: 'Not modelled yet' },
        ]}
      />
      <NumberField
        label="Rows"
        value={rows}
        onCommit={setRows}
        validate={(n) => (n >= 1 && n <= 1e8 ? null : `${n} rows: give 1 to 100 000 000`)}
        format={(n) => n.toLocaleString('en').replaceAll(',', ' ')}
        step={1000}
        stepLabels={{ increase: 'More rows', decrease: 'Fewer rows' }}
      />
      <NumberField label="Row width" value={120} unit="B" onCommit={nothing} validate={() => null} />
      <Slider label="Zipf s" value={skew} onChange={setSkew} min={0} max={2} step={0.1} format={(s) => s.toFixed(1)} />
      <Field label="Server">PostgreSQL 18</Field>
      <ComboField
        label="Key type"
        listLabel="Key types"
        value="bigint"
        options={[
          { id: 'int8', label: 'bigint' },
          { id: 'uuid', label: 'uuid' },
        ]}
        validate={(typed) => (typed === '' ? 'A type needs a name' : null)}
        onCommit={nothing}
      />
    </Panel>
  );
}

function Choices(): ReactElement {
  const [isRing, setRing] = useState(true);
  const [isLooped, setLooped] = useState(false);
  const [speed, setSpeed] = useState<'half' | 'one' | 'two'>('one');
  return (
    <Panel title="Compare with">
      <Checkbox label="Hash ring, 160 vnodes" isChecked={isRing} onChange={setRing} end="34.1 %" />
      <Checkbox label="Jump hash" isChecked={!isRing} onChange={nothing} end="33.3 %" />
      <Switch label="Reduced motion" isOn={isLooped} onChange={setLooped} />
      <SegmentedControl
        label="Speed"
        value={speed}
        onSelect={setSpeed}
        segments={[
          { id: 'half', label: '0.5×' },
          { id: 'one', label: '1×' },
          { id: 'two', label: '2×' },
        ]}
      />
      {counts.slice(0, 8).map((count, index) => (
        <Meter
          key={count}
          label={`node ${index + 1}`}
          value={count - 11000}
          max={1800}
          text={`${(count / 1000).toFixed(1)} k`}
          hue={(index + 1) as Hue}
        />
      ))}
    </Panel>
  );
}

function Buttons(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<AnchorRect | null>(null);
  return (
    <Panel title="Actions">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button label="Run in PostgreSQL" variant="primary" onPress={() => setOpen(true)} />
        <CopyButton label="Copy" text="SELECT 1;" copiedText="Copied" failedText="The browser refused" />
        <Button label="Download" icon="download" onPress={nothing} />
        <Button label="Share" variant="quiet" onPress={nothing} />
        <Button label="Delete" variant="danger" onPress={nothing} />
        <Button label="Merge" onPress={nothing} disabledReason="12 does not divide 8" />
        <Button label="Box" onPress={() => setAnchor({ x: 600, y: 500, width: 90, height: 60 })} />
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', maxWidth: 340 }}>
        {iconNames.map((name) => (
          <IconButton key={name} icon={name} label={`icon ${name}`} onPress={nothing} />
        ))}
        <IconButton icon="undo" label="Undo now" disabledReason="Nothing to undo" onPress={nothing} />
      </div>
      <Dialog
        title="Verify"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        closeLabel="Close"
        actions={<Button label="Start" variant="primary" onPress={() => setOpen(false)} />}
      >
        <p>PostgreSQL starts in this tab and counts every partition after every step.</p>
        <PickList
          label="Runs"
          items={[
            { id: 'first', label: '8 → 16', detail: 'passed', aside: '2.1 sec' },
            { id: 'second', label: '8 → 12' },
          ]}
          currentId="second"
          onPick={nothing}
        />
      </Dialog>
      <ActionPopover
        anchor={anchor}
        heading="orders_8_6"
        description="12 400 rows, remainder 6 of 8"
        onClose={() => setAnchor(null)}
        actions={[
          { id: 'split', label: 'Split by 2', hint: '6 263 + 6 137 rows', onAction: nothing },
          {
            id: 'merge',
            label: 'Merge with (8, 2)',
            disabledReason: 'Modulus 4 is in use below it',
            onAction: nothing,
          },
        ]}
      />
    </Panel>
  );
}

function Figures(): ReactElement {
  return (
    <Panel title="Figures">
      <div style={{ display: 'flex', gap: 24 }}>
        <Stat
          value="49 986"
          label="rows moved"
          denominator="of 100 000"
          exactness={{ kind: 'exact', label: 'exact', explanation: 'counted over all keys' }}
          formula={{ hint: 'show formula', heading: 'Rows moved', children: <p>Rows whose remainder changes.</p> }}
        />
        <Stat
          value="375"
          unit="MB"
          label="copied"
          exactness={{ kind: 'estimate', label: 'estimate', explanation: 'rows times row width' }}
        />
      </div>
      <ProgressBar
        label="Inserting"
        share={0.4}
        text="40 000 of 100 000 rows"
        onCancel={nothing}
        cancelLabel="Cancel"
      />
      <ErrorNote
        text="The set of partitions was refused."
        quote={'ERROR:  partition "c4_0" would overlap partition "c2_0"'}
      />
      <ErrorNote tone="warning" text="Key 3000000000 does not fit: integer ends at 2147483647." />
      <EmptyNote text="No step is selected." action={<Button label="First step" onPress={nothing} />} />
    </Panel>
  );
}

/** What lies over and beside pictures. */
function Pictures(): ReactElement {
  return (
    <div style={{ position: 'relative', height: 120, borderRight: '1px solid var(--border)' }}>
      <MarkTooltip x={200} y={60} width={500} side="above" lines={['orders_8_6', '12 400 rows, 12.4 %']} />
      <Splitter
        label="Size of the pictures"
        help="Draw, or use the arrows"
        edge="right"
        size={300}
        min={200}
        max={400}
        onResize={nothing}
        onCommand={nothing}
      />
    </div>
  );
}

/** Every widget of src/ui once, with the texts of the real app in spirit. Used by tests; also fit for looking at. */
export function UiGallery(): ReactElement {
  const [tab, setTab] = useState<'strip' | 'ring'>('strip');
  const [selected, setSelected] = useState<string | null>('orders_8_6');
  return (
    <div>
      <header style={{ display: 'flex', gap: 16, padding: 6, background: 'var(--surface)' }}>
        <MenuBar label="Main menu" menus={menus} />
        <MenuButton label="Language" icon="language" groups={menus[1]?.groups ?? []} />
      </header>
      <main style={{ display: 'grid', gridTemplateColumns: '310px 330px 1fr', gap: 12, padding: 12 }}>
        <h1 className="visually-hidden">Gallery</h1>
        <Fields />
        <Choices />
        <Buttons />
        <Panel title="Partitions">
          <div style={{ height: 200, display: 'flex', flexDirection: 'column' }}>
            <DataTable
              caption="Rows by partition"
              columns={partitionColumns}
              rows={partitionRows}
              selectedId={selected}
              onSelect={setSelected}
            />
          </div>
        </Panel>
        <Figures />
        <div style={{ border: '1px solid var(--border)' }}>
          <Tabs
            label="Stage"
            selected={tab}
            onSelect={setTab}
            items={[
              { id: 'strip', label: 'Strip' },
              { id: 'ring', label: 'Ring + nodes' },
            ]}
          >
            <p style={{ padding: 12 }}>{tab === 'strip' ? 'The strip' : 'The ring'}</p>
            <Pictures />
          </Tabs>
        </div>
      </main>
      <LiveRegion message={selected ?? ''} delay={50} />
      <ToastRegion queue={toasts} label="Messages" closeLabel="Dismiss" />
    </div>
  );
}
