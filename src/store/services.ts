import type { EngineClient } from '../engine/client.ts';
import type { CompareClient } from '../engine/compare/client.ts';
import type { VerifyRun } from '../postgres/client.ts';
import type { VerifyEvent, VerifyInput } from '../postgres/protocol.ts';
import type { Storage } from './persistence.ts';
import type { FromNotes, ToNotes } from './presenter/notes.ts';

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
  readonly address: Address;
  readonly room: Room;
  /** True when the reader asked the system for less motion. */
  readonly reducedMotion: () => boolean;
  /** Moves the keyboard focus to the next or the previous part of the window. */
  readonly walkRegions: (direction: 1 | -1) => void;
}

/** Clipboard and disk. `open` gives null when the reader closes the chooser. */
export interface Files {
  copyText(text: string): Promise<boolean>;
  save(text: string, fileName: string, mimeType: string): Promise<void>;
  open(): Promise<{ readonly name: string; readonly text: string } | null>;
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
  openNotes(): boolean;
  tellNotes(message: ToNotes): void;
  /** Listens to the window of the notes; gives a function that ends this. */
  onNotes(listener: (message: FromNotes) => void): () => void;
}
