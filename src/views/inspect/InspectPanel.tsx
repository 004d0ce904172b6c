import type { ReactElement } from 'react';
export function InspectPanel(): ReactElement { return <div />; }
