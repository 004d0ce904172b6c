import type { ReactElement } from 'react';
export function TimelinePanel(): ReactElement { return <div />; }
