import type { ReactElement, ReactNode } from 'react';

/** Icons are 16 px line drawings in the current colour. They carry no name of their own: the control that shows one has it. */
function Icon({ children, solid = false }: { readonly children: ReactNode; readonly solid?: boolean }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill={solid ? 'currentColor' : 'none'}
      stroke={solid ? 'none' : 'currentColor'}
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

/** One drawing an entry: `line` is stroked, `solid` is filled. Coordinates on a 16 x 16 grid. */
const drawings = {
  play: { solid: true, d: 'M4.5 2.9v10.2c0 .5.5.8.9.5l7.8-5.1a.6.6 0 0 0 0-1L5.4 2.4a.6.6 0 0 0-.9.5Z' },
  pause: { solid: true, d: 'M4 3h2.6v10H4zM9.4 3H12v10H9.4z' },
  stepBack: { solid: true, d: 'M12 3.4v9.2L5.6 8zM3.6 3.2h1.6v9.6H3.6z' },
  stepForward: { solid: true, d: 'M4 3.4v9.2L10.4 8zM10.8 3.2h1.6v9.6h-1.6z' },
  toStart: { solid: true, d: 'M8.6 3.6v8.8L3.4 8zM13.6 3.6v8.8L8.4 8zM2 3.4h1.4v9.2H2z' },
  toEnd: { solid: true, d: 'M7.4 3.6v8.8L12.6 8zM2.4 3.6v8.8L7.6 8zM12.6 3.4H14v9.2h-1.4z' },
  sun: {
    solid: false,
    d: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M12.5 3.5l-.8.8M4.3 11.7l-.8.8',
  },
  moon: { solid: false, d: 'M13.4 9.6A5.6 5.6 0 0 1 6.4 2.6a5.6 5.6 0 1 0 7 7Z' },
  copy: {
    solid: false,
    d: 'M6.2 5.4h6.2c.5 0 .8.3.8.8v6.2c0 .5-.3.8-.8.8H6.2a.8.8 0 0 1-.8-.8V6.2c0-.5.3-.8.8-.8ZM3 10.4a.8.8 0 0 1-.2-.6V3.6c0-.5.3-.8.8-.8h6.2c.3 0 .5.1.6.2',
  },
  download: { solid: false, d: 'M8 2.4v7.4M4.9 6.9 8 10l3.1-3.1M2.8 12.9h10.4' },
  share: { solid: false, d: 'M8 9.6V2.4M5.2 5 8 2.2 10.8 5M4.6 7.4H3.4v6h9.2v-6h-1.2' },
  undo: { solid: false, d: 'M5.6 3 2.6 6l3 3M2.8 6h6.4a3.6 3.6 0 0 1 0 7.2H6' },
  redo: { solid: false, d: 'm10.4 3 3 3-3 3M13.2 6H6.8a3.6 3.6 0 0 0 0 7.2H10' },
  check: { solid: false, d: 'm3 8.6 3.2 3.2L13 4.6' },
  cross: { solid: false, d: 'm4 4 8 8M12 4l-8 8' },
  warning: { solid: false, d: 'M8 2.4 14.2 13.2H1.8ZM8 6.4v3.2M8 11.4v.1' },
  search: { solid: false, d: 'M7 2.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8ZM10.3 10.3l3.3 3.3' },
  file: { solid: false, d: 'M9 2.2H4.4c-.4 0-.8.3-.8.8v10c0 .5.4.8.8.8h7.2c.4 0 .8-.3.8-.8V5.6ZM9 2.2v3.4h3.4' },
  close: { solid: false, d: 'm4.4 4.4 7.2 7.2M11.6 4.4l-7.2 7.2' },
  notes: { solid: false, d: 'M3 3h10v7.4H3ZM5.4 5.4h5.2M5.4 7.8h3.4M8 10.4v2.8M5.6 13.2h4.8' },
  laser: { solid: false, d: 'M8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM8 2v2M8 12v2M2 8h2M12 8h2' },
  spotlight: { solid: false, d: 'M8 4.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM2.4 2.4h11.2v11.2H2.4Z' },
  blank: { solid: true, d: 'M2.4 3.4h11.2v9.2H2.4Z' },
  fullscreen: { solid: false, d: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10' },
  info: { solid: false, d: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM8 7.4v3.4M8 5.1v.1' },
  language: {
    solid: false,
    d: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM2.4 8h11.2M8 2.2c2.1 1.6 2.9 3.6 2.9 5.8S10.1 12.2 8 13.8C5.9 12.2 5.1 10.2 5.1 8S5.9 3.8 8 2.2Z',
  },
  chevron: { solid: false, d: 'm4.4 6.4 3.6 3.6 3.6-3.6' },
  more: { solid: true, d: 'M2.2 6.8h2.4v2.4H2.2zM6.8 6.8h2.4v2.4H6.8zM11.4 6.8h2.4v2.4h-2.4z' },
  menu: { solid: false, d: 'M2.4 4.2h11.2M2.4 8h11.2M2.4 11.8h11.2' },
  plus: { solid: false, d: 'M8 3.6v8.8M3.6 8h8.8' },
  minus: { solid: false, d: 'M3.6 8h8.8' },
  sortUp: { solid: true, d: 'M8 4.6 12 10.6H4z' },
  sortDown: { solid: true, d: 'M8 11.4 4 5.4h8z' },
} as const;

/** Name of an icon. */
export type IconName = keyof typeof drawings;

/** All names, for galleries. */
export const iconNames = Object.keys(drawings) as readonly IconName[];

/** Draws the named icon; decorative, hidden from assistive technology. */
export function IconGlyph({ name }: { readonly name: IconName }): ReactElement {
  const { d, solid } = drawings[name];
  return (
    <Icon solid={solid}>
      <path d={d} />
    </Icon>
  );
}
