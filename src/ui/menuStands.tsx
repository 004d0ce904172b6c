import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import iconButton from './IconButton.module.css';
import { IconGlyph, type IconName } from './icons.tsx';
import bar from './MenuBar.module.css';

/** Looks like a closed MenuBar and takes its place until that is loaded. */
export function MenuBarStand({ labels }: { readonly labels: readonly string[] }): ReactElement {
  return (
    <div className={cx(bar.bar)} aria-hidden="true">
      {labels.map((label) => (
        <span key={label} className={cx(bar.trigger)}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** The same for a MenuButton with an icon. */
export function MenuButtonStand({ icon }: { readonly icon: IconName }): ReactElement {
  return (
    <span className={cx(iconButton.button)} aria-hidden="true">
      <IconGlyph name={icon} />
    </span>
  );
}
