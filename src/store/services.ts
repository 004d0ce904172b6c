import type { EngineClient } from '../engine/client.ts';
import type { CompareClient } from '../engine/compare/client.ts';
import type { VerifyRun } from '../postgres/client.ts';
import type { VerifyEvent, VerifyInput } from '../postgres/protocol.ts';
import type { PictureTheme } from '../scene/theme.ts';
import type { Storage } from './persistence.ts';
import type { FromNotes, NotesLook, ToNotes } from './presenter/notes.ts';

/** The world outside the store, handed in so that tests can watch it. */
export interface Services {
  readonly engine: EngineClient;
  /** A second worker for small questions, so that they neither wait for the main count nor end it. */
  readonly previewEngine: EngineClient;
  /** Its workers begin with the first comparison. */
  readonly compareEngine: CompareClient;
  /** Null in a build without PostgreSQL. */
  readonly startVerify: ((input: VerifyInput, onEvent: (event: VerifyEvent) => void) => VerifyRun) | null;
  readonly storage: Storage;
  readonly tab: Tab;
  readonly clock: Clock;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly address: Address;
  readonly room: Room;
  /** The page's Content-Security-Policy; null where it has none. */
  readonly policy: string | null;
  /** True when the reader asked the system for less motion. */
  readonly reducedMotion: () => boolean;
  /** Moves the keyboard focus to the next or the previous part of the window. */
  readonly walkRegions: (direction: 1 | -1) => void;
  /** While it is on, the browser asks before it closes the page. */
  readonly askBeforeClosing: (isOn: boolean) => void;
  /** Opens the browser's print window for the review sheet. */
  readonly print: () => Promise<void>;
}

/** Clipboard and disk. Null means that the reader closed the chooser. */
export interface Files {
  copyText(text: string): Promise<boolean>;
  save(text: string, fileName: string, mimeType: string): Promise<void>;
  saveBlob(blob: Blob, fileName: string): Promise<void>;
  /** The picture may still be in the making; browsers want to be asked at once. */
  copyImage(png: Promise<Blob>): Promise<boolean>;
  open(): Promise<TextFile | null>;
  /** Writes a document to the file of the handle, or asks where to. Rejects when the file can't be written. */
  saveDocument(text: string, fileName: string, handle: FileHandle | null): Promise<SavedFile | null>;
  /** Reads a file again, after asking the reader's permission where needed. Rejects when it is gone or refused. */
  reopen(handle: FileHandle): Promise<TextFile>;
}

/** A file that was read; its handle where the browser hands out one. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly handle?: FileHandle | null;
}

export interface SavedFile {
  readonly name: string;
  readonly handle: FileHandle | null;
}

/** A place on the disk that can be written and read again: what the store knows of a FileSystemFileHandle. */
export interface FileHandle {
  readonly name: string;
  isSameEntry(other: FileHandle): Promise<boolean>;
}

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
}

/** This tab among the others of the same browser. */
export interface Tab {
  /** New at every load of the page, so that a duplicated tab shares nothing with the first. */
  readonly id: string;
  /** The id that this tab had before it was loaded anew. */
  readonly before: string | null;
  /** From now on a reload finds this id as `before`. */
  remember(): void;
  post(message: TabMessage): void;
  /** Hears what the other tabs post, unchecked. Returns a stop function. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** A tab has saved its document. */
export interface TabMessage {
  readonly kind: 'saved';
  readonly name: string;
  /** The document's name at the save before. */
  readonly was: string;
  /** As in a file. */
  readonly scenario: string;
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

/** What a presentation has beside the page: the whole screen, and a second window. */
export interface Room {
  /** False when the browser refuses. */
  enterFullscreen(): Promise<boolean>;
  leaveFullscreen(): Promise<void>;
  isFullscreen(): boolean;
  /** Calls when the screen has been left, by whomever; gives a function that ends this. */
  onFullscreenEnd(listener: () => void): () => void;
  /** Opens the window of the speaker's notes, or brings it to the front; false when the browser blocks it. */
  openNotes(look: NotesLook): boolean;
  tellNotes(message: ToNotes): void;
  /** Listens to the window of the notes; gives a function that ends this. */
  onNotes(listener: (message: FromNotes) => void): () => void;
}
