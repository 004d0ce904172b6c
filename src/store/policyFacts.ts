/** Parts of a policy that the page tells of, in the order in which they matter to whoever worries about data. */
const TOLD = ['connect-src', 'form-action', 'img-src', 'script-src', 'style-src', 'worker-src', 'default-src'] as const;

/** `page`: what the page itself holds or makes; `wasm`: compiled WebAssembly; `self`: the page's own address. */
export type PolicySource = 'none' | 'self' | 'page' | 'wasm' | 'anywhere' | { readonly address: string };

export interface PolicyFact {
  readonly directive: (typeof TOLD)[number];
  readonly from: readonly PolicySource[];
}

/**
 * What a Content-Security-Policy allows, see https://www.w3.org/TR/CSP3/#directives-fetch: a kind of request that it does
 * not name is under default-src, and where that is missing too, anything goes.
 * @param policy as in the header or the meta element
 */
export function readPolicy(policy: string): readonly PolicyFact[] {
  const directives = new Map(
    policy.split(';').flatMap((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return name === '' ? [] : [[name.toLowerCase(), sources] as const];
    }),
  );
  return TOLD.map((directive) => {
    const sources = directives.get(directive) ?? (directive === 'form-action' ? null : directives.get('default-src'));
    return { directive, from: sources == null ? ['anywhere'] : readSources(sources) };
  });
}

function readSources(sources: readonly string[]): readonly PolicySource[] {
  const read = sources.map(readSource).filter((source) => source !== 'none');
  const words = read.filter((source) => typeof source === 'string');
  const addresses = read.filter((source) => typeof source !== 'string');
  return read.length === 0 ? ['none'] : [...new Set(words), ...addresses];
}

function readSource(written: string): PolicySource {
  // Keywords are the same in any case; hashes and paths are only told apart here.
  const source = written.toLowerCase();
  if (source === "'none'") return 'none';
  if (source === "'self'") return 'self';
  if (source === "'wasm-unsafe-eval'") return 'wasm';
  if (source === 'data:' || source === 'blob:' || /^'sha\d+-/.test(source)) return 'page';
  return source === '*' ? 'anywhere' : { address: written };
}
