import type { Plugin } from 'vite';

const ONLY_IN_SHADOW_ROOTS = '!root.head && root.adoptedStyleSheets';

/**
 * Vite plugin: CodeMirror's styles reach the page as a constructed style sheet, as they do in shadow roots, instead of as
 * a style element, which a policy without 'unsafe-inline' forbids.
 */
export function adoptedStyles(): Plugin {
  return {
    name: 'adopted-styles',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/style-mod\// },
      handler(code) {
        if (!code.includes(ONLY_IN_SHADOW_ROOTS)) {
          this.error(`style-mod has changed: "${ONLY_IN_SHADOW_ROOTS}" is not in it`);
        }
        return code.replace(ONLY_IN_SHADOW_ROOTS, 'root.adoptedStyleSheets');
      },
    },
  };
}
