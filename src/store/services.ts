import type { EngineClient } from '../engine/client.ts';
import type { CompareClient } from '../engine/compare/client.ts';
import type { VerifyRun } from '../postgres/client.ts';
import type { VerifyEvent, VerifyInput } from '../postgres/protocol.ts';
import type { PictureTheme } from '../scene/theme.ts';
import type { Storage } from './persistence.ts';

/** The world outside the store, handed in so that tests can watch it. */
export interface Services {
  readonly engine: EngineClient;
  /** A second worker for small questions, so that they neither wait for the main count nor end it. */
  readonly previewEngine: EngineClient;
  /** Its workers begin with the first comparison. */
  readonly compareEngine: CompareClient;
  readonly startVerify: (input: VerifyInput, onEvent: (event: VerifyEvent) => void) => VerifyRun;
  readonly storage: Storage;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly address: Address;
  /** True when the reader asked the system for less motion. */
  readonly reducedMotion: () => boolean;
  /** Opens the browser's print window for the review sheet. */
  readonly print: () => Promise<void>;
}

/** Clipboard and disk. `open` gives null when the reader closes the chooser. */
export interface Files {
  copyText(text: string): Promise<boolean>;
  save(text: string, fileName: string, mimeType: string): Promise<void>;
  saveBlob(blob: Blob, fileName: string): Promise<void>;
  /** The picture may still be in the making; browsers want to be asked at once. */
  copyImage(png: Promise<Blob>): Promise<boolean>;
  open(): Promise<{ readonly name: string; readonly text: string } | null>;
}

/** Drawings that leave the page. */
export interface Pictures {
  /** The colours on screen now. */
  theme(): PictureTheme;
  /** An SVG file as PNG, at twice its size; rejects when the browser can't draw it. */
  toPng(svg: string): Promise<Blob>;
}

/** The address bar: only the part behind `#` is ever read or changed. */
export interface Address {
  readHash(): string;
  replaceHash(hash: string): void;
  /** The address with another hash, for copying. */
  withHash(hash: string): string;
}
