import type { Format } from '../../i18n/format.ts';
import { cellText, type TableData } from '../export/tableData.ts';
import type { Report, ReportSection } from './report.ts';

/**
 * A text as GitHub's Markdown shows it, on one line: nothing in it can become markup, a table's border or HTML. An
 * underscore within a word is no markup, and most names have one, so it stays as it is.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\r\n\u2028\u2029]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*{}[\]#|~$!]/g, String.raw`\$&`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`);
}

/** An address between angle brackets; what would end it there is written in percent. */
function linkText(address: string): string {
  return `<${address.replaceAll(/[\s<>]/g, (char) => encodeURIComponent(char))}>`;
}

/** The report as GitHub's Markdown. */
export function reportMarkdown(report: Report, format: Format): string {
  const blocks = [
    `# ${escapeMarkdown(`${report.name}: ${report.question}`)}`,
    report.answer.map(escapeMarkdown).join(' '),
    ...report.sections.flatMap((section) => sectionBlocks(section, format)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionBlocks(section: ReportSection, format: Format): string[] {
  const { heading, paragraphs = [], items = [], isOrdered = false, table, link, more } = section;
  const list = items.map((item, i) => `${isOrdered ? `${i + 1}.` : '-'} ${escapeMarkdown(item)}`).join('\n');
  return [
    `## ${escapeMarkdown(heading)}`,
    ...paragraphs.map(escapeMarkdown),
    list,
    table === undefined ? '' : tableMarkdown(table, format),
    link === undefined ? '' : linkText(link),
    more === undefined ? '' : escapeMarkdown(more),
  ];
}

function tableMarkdown({ columns, rows }: TableData, format: Format): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    line(columns.map(({ label }) => label)),
    `| ${columns.map(({ kind }) => (kind === 'text' ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => line(row.map((value, i) => cellText(value, columns[i]!, format)))),
  ].join('\n');
}
