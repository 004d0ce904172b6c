import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { mergeProps } from 'react-aria/mergeProps';
import { useMove } from 'react-aria/useMove';
import styles from './Splitter.module.css';

export interface SplitterProps {
  readonly label: string;
  /** Shown on hover. */
  readonly help: string;
  /** Edge of the panel that the splitter lies on. */
  readonly edge: 'left' | 'right' | 'top';
  /** The panel's width or height and its limits, in CSS px. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
  readonly onCommand: (command: 'reset' | 'collapse') => void;
}

/** Of an arrow key, in CSS px. */
const STEP = 16;

/**
 * The edge of a panel, to be drawn by mouse or finger, or moved by arrows, Home and End. A double click asks for the
 * usual size, Enter for no panel at all (the window splitter of the ARIA practices).
 */
export function Splitter(props: SplitterProps): ReactElement {
  const { label, help, edge, size, min, max, onResize, onCommand } = props;
  /** Where the pointer is, also beyond the limits: the edge must not leave it when it turns back. */
  const reached = useRef(size);
  const { moveProps } = useMove({
    onMoveStart() {
      reached.current = size;
    },
    onMove({ pointerType, deltaX, deltaY }) {
      const delta = edge === 'right' ? deltaX : edge === 'left' ? -deltaX : -deltaY;
      reached.current += pointerType === 'keyboard' ? delta * STEP : delta;
      onResize(Math.min(max, Math.max(min, reached.current)));
    },
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Home') onResize(min);
    else if (event.key === 'End') onResize(max);
    else if (event.key === 'Enter') onCommand('collapse');
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no focus and no value.
    <div
      {...mergeProps(moveProps, { onKeyDown })}
      role="separator"
      tabIndex={0}
      className={styles.splitter}
      data-edge={edge}
      title={help}
      aria-label={label}
      aria-orientation={edge === 'top' ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onDoubleClick={() => onCommand('reset')}
    />
  );
}
