import type { ReactElement } from 'react';
export function StripPanel(): ReactElement { return <div />; }
