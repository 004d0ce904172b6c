import { createHash } from 'node:crypto';

/** Style sheets that react-aria puts into the page: the first when a button appears, the second where iOS scrolls. */
const LIBRARY_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];

export interface PolicySources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly images: readonly string[];
  /** Where requests may go. */
  readonly connect: readonly string[];
  readonly workers: readonly string[];
  readonly rest: readonly string[];
}

const SELF = ["'self'"];

const served: PolicySources = {
  scripts: SELF,
  styles: SELF,
  images: ["'self'", 'data:', 'blob:'],
  connect: SELF,
  workers: SELF,
  rest: SELF,
};

/**
 * A Content-Security-Policy under which nothing but the given sources is loaded, asked or sent to, see
 * https://www.w3.org/TR/CSP3/. WebAssembly may be compiled: the counting kernel and PGlite are. Who may frame the page is not
 * limited: `?embed` is for frames. Workers don't inherit it from the page, so it is sent as a header, too.
 */
export function policyOf({ scripts, styles, images, connect, workers, rest }: PolicySources = served): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${[...styles, ...LIBRARY_STYLES.map(hashSource)].join(' ')}`,
    `img-src ${images.join(' ')}`,
    `font-src ${rest.join(' ')}`,
    `connect-src ${connect.join(' ')}`,
    `worker-src ${workers.join(' ')}`,
    `manifest-src ${rest.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The source that allows exactly this inline script or style. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The page with its policy as the first thing after its encoding. */
export function withPolicy(html: string, policy: string): string {
  return html.replace(/<meta charset="[^"]*"\s*\/?>/, (charset) => {
    return `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  });
}
