import type { Dialect } from './dialect.ts';
import { postgres } from './postgres.ts';

/** All dialects; menus and contract tests read this list. */
export const dialects = [postgres] as const satisfies readonly Dialect[];
