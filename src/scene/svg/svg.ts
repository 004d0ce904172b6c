/** Writing SVG as text: every attribute and every text goes through escapeXml, so that no name can become markup. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 has no way to write: controls, and halves of a character on their own. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeXml(text: string): string {
  return text.replaceAll(UNWRITABLE, '\ufffd').replaceAll(/[&<>"']/g, (char) => ENTITIES[char]!);
}

/** CSS px to a hundredth, without needless digits. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value!)}"`)
    .join('');
}

/** An element; children are SVG already. */
export function tag(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const start = `<${name}${attributeText(attributes)}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}

/** An element that holds a text. */
export function textTag(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributeText(attributes)}>${escapeXml(text)}</${name}>`;
}
