import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { cx } from './cx.ts';
import field from './field.module.css';
import styles from './Slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  /** Called while it is dragged. */
  readonly onChange: (value: number) => void;
  /** Called once, when the thumb is let go or a key is pressed; for one undo entry a drag. */
  readonly onCommit?: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as text, beside the track and for assistive technology. */
  readonly format: (value: number) => string;
}

/** A number within a range that one finds by feel. */
export function Slider({ label, value, onChange, onCommit, min, max, step, format }: SliderProps): ReactElement {
  const inputRef = useRef<HTMLInputElement>(null);
  const text = format(value);
  // RAC writes its own number format here with every new value; ours may be a sentence.
  useLayoutEffect(() => inputRef.current?.setAttribute('aria-valuetext', text));
  return (
    <AriaSlider
      className={cx(field.field, styles.slider)}
      value={value}
      onChange={(next) => onChange(next as number)}
      onChangeEnd={(next) => onCommit?.(next as number)}
      minValue={min}
      maxValue={max}
      step={step}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <div className={styles.control}>
        <SliderTrack className={cx(styles.track)}>
          <span className={styles.fill} style={{ width: `${((value - min) / (max - min)) * 100}%` }} />
          <SliderThumb className={cx(styles.thumb)} inputRef={inputRef} />
        </SliderTrack>
        <SliderOutput className={cx(styles.output)}>{text}</SliderOutput>
      </div>
    </AriaSlider>
  );
}
