import { type ReactElement, useEffect, useRef } from 'react';
import type { LineRange } from './activeLines.ts';
import styles from './SqlViewer.module.css';
import { createSqlEditor, type SqlEditor } from './sqlEditor.ts';

export interface SqlViewerProps {
  readonly text: string;
  /** Lines of the current step, 1-based, both ends included; they are marked and scrolled into view. */
  readonly activeLines?: LineRange | null;
  /** Accessible name of the text. */
  readonly label: string;
  /** The search panel's words by their English original ("Find", "next", "previous", "match case", "close" ...). */
  readonly phrases?: Readonly<Record<string, string>>;
  /** Called once the text stands. */
  readonly onReady?: () => void;
}

const noPhrases = {};

/**
 * SQL to read, select, search (Ctrl/Cmd+F) and copy. Loaded lazily by its only user, because CodeMirror is most of its
 * weight. Long scripts are cheap: only the lines in view are drawn, and a new text changes only what differs.
 */
export function SqlViewer(props: SqlViewerProps): ReactElement {
  const { text, activeLines = null, label, phrases = noPhrases, onReady } = props;
  const hostRef = useRef<HTMLDivElement>(null);
  const editorRef = useRef<SqlEditor | null>(null);
  const readyRef = useRef(onReady);
  const firstRef = useRef({ label, phrases, text });
  useEffect(() => {
    if (hostRef.current === null) return;
    editorRef.current = createSqlEditor(hostRef.current, firstRef.current, firstRef.current.text);
    return () => {
      editorRef.current?.destroy();
      editorRef.current = null;
    };
  }, []);
  useEffect(() => editorRef.current?.setTexts({ label, phrases }), [label, phrases]);
  useEffect(() => editorRef.current?.update(text, activeLines), [text, activeLines]);
  useEffect(() => readyRef.current?.(), []);
  return <div ref={hostRef} className={styles.host} />;
}
