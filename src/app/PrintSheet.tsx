import { type ReactElement, useCallback, useState } from 'react';
import { useT } from '../i18n/useT.ts';
import type { PictureTheme } from '../scene/theme.ts';
import { pictureOf } from '../store/export/pictureOf.ts';
import { cellText, type TableData } from '../store/export/tableData.ts';
import { selectSql } from '../store/planSql.ts';
import { buildReport } from '../store/report/buildReport.ts';
import type { ReportSection } from '../store/report/report.ts';
import { useAppContext } from '../store/useApp.ts';
import { readPictureTheme } from '../ui/readTheme.ts';
import styles from './PrintSheet.module.css';

/** Lines of SQL on paper; a large plan has a megabyte of it. */
const MAX_SQL_LINES = 1500;

/** The design review on white paper: the same as the Markdown summary, with the picture on screen and the SQL. */
export function PrintSheet(): ReactElement | null {
  const { t, format } = useT();
  const { store, services } = useAppContext();
  const [theme, setTheme] = useState<PictureTheme | null>(null);
  // Its background is the paper.
  const readColours = useCallback((sheet: HTMLElement | null) => {
    if (sheet !== null) setTheme({ ...readPictureTheme(sheet), background: 'rgb(255, 255, 255)' });
  }, []);
  const state = store.getState();
  const report = buildReport(state, services.address.withHash, t, format);
  if (report === null) return null;
  const { stageView } = state.ui;
  // The sheet lists the partitions below.
  const view = stageView === 'partitions' ? 'strip' : stageView;
  const svg = theme === null ? null : pictureOf(state, view, state.playback.t, theme, t, format, true);
  const lines = selectSql(state).text.trimEnd().split('\n');
  const hidden = lines.length - MAX_SQL_LINES;
  return (
    <article ref={readColours} className={styles.sheet}>
      <p className={styles.name}>{report.name}</p>
      <h1>{report.question}</h1>
      <p>{report.answer.join(' ')}</p>
      {svg !== null && <Picture svg={svg} />}
      {report.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      {lines.length > 1 && (
        <section>
          <h2>{t('view.sql')}</h2>
          <pre>{lines.slice(0, MAX_SQL_LINES).join('\n')}</pre>
          {hidden > 0 && <p>{t('report.moreLines', { shown: MAX_SQL_LINES, rest: format.integer(hidden) })}</p>}
        </section>
      )}
    </article>
  );
}

/** Our own SVG as elements of the page: an image would still be loading when the page is printed. */
function Picture({ svg }: { readonly svg: string }): ReactElement {
  const show = useCallback(
    (place: HTMLElement | null) => {
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      place?.replaceChildren(document.importNode(documentElement, true));
    },
    [svg],
  );
  return <div ref={show} className={styles.picture} />;
}

function Section({ section }: { readonly section: ReportSection }): ReactElement {
  const { heading, paragraphs = [], items = [], isOrdered = false, table, link, more } = section;
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <section>
      <h2>{heading}</h2>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      )}
      {table !== undefined && <Table table={table} />}
      {link !== undefined && (
        <p className={styles.link}>
          <a href={link}>{link}</a>
        </p>
      )}
      {more !== undefined && <p>{more}</p>}
    </section>
  );
}

function Table({ table: { columns, rows } }: { readonly table: TableData }): ReactElement {
  const { format } = useT();
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ label, kind }) => (
            <th key={label} scope="col" data-kind={kind}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((value, i) => (
              <td key={columns[i]!.label} data-kind={columns[i]!.kind}>
                {cellText(value, columns[i]!, format)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
