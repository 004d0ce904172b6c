import type { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { cx } from './cx.ts';
import styles from './SegmentedControl.module.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onSelect: (id: Id) => void;
}

/** One of two to five short choices, all visible, as the speed of playback. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>): ReactElement {
  const { label, segments, value, onSelect } = props;
  return (
    <ToggleButtonGroup
      className={cx(styles.group)}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onSelect(key as Id);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className={cx(styles.segment)}>
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
