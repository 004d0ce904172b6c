/**
 * Puts a text on the clipboard. Resolves to false when the browser refuses, which it may on pages without a secure
 * context; there, and where the permission is denied, a selected text area and the old copy command are tried.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand('copy');
  } catch {
    // Some browsers throw instead of returning false; either way nothing was copied.
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
