/** The rules of src/README.md as data; architecture.ts applies them. Paths are relative to the repository, with `/`. */

/** A file may import from its own layer and from those before it. */
export const layers = [
  'lib',
  'hash',
  'keys',
  'topology',
  'schemes',
  'planner',
  'sql',
  'engine',
  'postgres',
  'scene',
  'i18n',
  'store',
  'ui',
  'views',
  'app',
] as const;

export type Layer = (typeof layers)[number];

/** Layers whose imports are narrower than the order allows; their own layer is always allowed. */
export const narrowLayers: Partial<Record<Layer, readonly Layer[]>> = { ui: ['lib', 'scene', 'i18n'] };

/** Layers that compute from their arguments alone: no clock, no chance, no page. */
export const pureLayers: readonly Layer[] = [
  'lib',
  'hash',
  'keys',
  'topology',
  'schemes',
  'planner',
  'sql',
  'engine',
  'postgres',
  'scene',
];

export interface PackageRule {
  readonly packages: RegExp;
  /** Path prefixes that may import them. */
  readonly allowed: readonly string[];
}

export const packageRules: readonly PackageRule[] = [
  {
    packages: /^(?:react|react-dom|react-aria.*|react-stately|@react-aria|@react-stately|@internationalized)(?:\/|$)/,
    allowed: ['src/ui/', 'src/views/', 'src/app/', 'src/store/useApp.ts', 'src/i18n/useT.ts'],
  },
  { packages: /^zustand(?:\/|$)/, allowed: ['src/store/'] },
  { packages: /^@electric-sql\//, allowed: ['src/postgres/'] },
  { packages: /^i18next(?:\/|$)/, allowed: ['src/i18n/'] },
  { packages: /^(?:@codemirror|@lezer)\//, allowed: ['src/views/'] },
  { packages: /^d3-(?:zoom|drag|selection)$/, allowed: ['src/views/'] },
  { packages: /^d3-(?:scale|shape|ease|hierarchy|chord)$/, allowed: ['src/scene/', 'src/ui/', 'src/views/'] },
  { packages: /^d3(?:$|-(?!(?:zoom|drag|selection|scale|shape|ease|hierarchy|chord)$))/, allowed: [] },
  // Runs while the app is built, never in it.
  { packages: /^(?:node:|assemblyscript|vite$)/, allowed: ['src/engine/simd/build/', 'src/app/build/'] },
];

/** Folders with one file a member and one list of them; a member is a file that exports a constant of the member type. */
export interface Registry {
  readonly folder: string;
  readonly list: string;
  readonly memberType: string;
}

export const registries: readonly Registry[] = [
  { folder: 'src/hash/keyTypes/', list: 'src/hash/keyTypes/keyTypes.ts', memberType: 'KeyType' },
  { folder: 'src/keys/sources/', list: 'src/keys/sources.ts', memberType: 'KeySource' },
  { folder: 'src/schemes/members/', list: 'src/schemes/schemes.ts', memberType: 'Scheme' },
  { folder: 'src/sql/dialects/', list: 'src/sql/dialects/dialects.ts', memberType: 'Dialect' },
  { folder: 'src/store/examples/', list: 'src/store/examples/examples.ts', memberType: 'Example' },
  { folder: 'src/store/commands/', list: 'src/store/commands/commands.ts', memberType: 'Command' },
];

export interface Limits {
  readonly fileLines: number;
  readonly workerLines: number;
  /** Data tables; prefixes. */
  readonly longFiles: readonly string[];
  /** Files that end with .ts and are no TypeScript, only measured; prefixes. */
  readonly otherLanguages: readonly string[];
  /** Files of pure layers that hand the clock or the page to the others; each must need it. */
  readonly impureFiles: readonly string[];
}

export const limits: Limits = {
  fileLines: 400,
  workerLines: 40,
  longFiles: ['src/i18n/catalogues/'],
  otherLanguages: ['src/engine/simd/assembly/'],
  impureFiles: [
    'src/engine/clock.ts',
    'src/engine/world.ts',
    'src/engine/simd/loadSimd.ts',
    'src/postgres/verify.worker.ts',
    'src/postgres/client.ts',
  ],
};
