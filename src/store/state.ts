import type {
  CircleReply,
  CircleRequest,
  CompareReply,
  CompareRequest,
  CurvesReply,
  CurvesRequest,
} from '../engine/compare/protocol.ts';
import type { CountReply, EngineProgress } from '../engine/protocol.ts';
import type { TextKey, TextParams } from '../i18n/i18n.ts';
import type { VerifyEvent, VerifyReport } from '../postgres/protocol.ts';
import { type ClockState, INITIAL_CLOCK } from '../scene/clock.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import type { Derived } from './derive.ts';
import type { Refusal } from './edits/edit.ts';
import { type EditLabel, emptyHistory, type History } from './history.ts';
import { defaultLayout } from './layout/namedLayouts.ts';
import type { PanelId } from './layout/windowLayout.ts';
import type { Origin } from './origin.ts';
import type { Preferences } from './preferences.ts';
import { defaultScenario, type Scenario } from './scenario.ts';

/** A scenario's layouts and plans with the counts that belong to them; always shown together. */
export interface Counted {
  readonly derived: Derived;
  readonly reply: CountReply;
}

export interface Results {
  readonly status: 'counting' | 'ready' | 'failed' | 'cancelled';
  readonly progress: EngineProgress | null;
  /** The last complete count; stays on screen while the next one runs. */
  readonly counted: Counted | null;
  readonly error: string | null;
  readonly preview: Preview | null;
}

/** The same keys under other schemes, and how these behave from 1 to many nodes. */
export interface Comparison {
  readonly status: 'idle' | 'running' | 'ready' | 'failed' | 'cancelled';
  readonly progress: EngineProgress | null;
  readonly error: string | null;
  /** The last complete comparison; stays on screen while the next one runs. */
  readonly done: Compared | null;
  readonly curves: Curves | null;
  /** Of the scheme that the ring shows; the last one stays on screen while the next one is drawn. */
  readonly circle: SchemeCircle | null;
}

export interface Compared {
  readonly request: CompareRequest;
  readonly reply: CompareReply;
}

export interface Curves {
  readonly request: CurvesRequest;
  readonly reply: CurvesReply;
}

/** A scheme's circle with the nodes that it was drawn for, and the comparison that has its exact figures. */
export interface SchemeCircle {
  readonly request: CircleRequest;
  readonly reply: CircleReply;
  readonly nodes: readonly NodeSpec[];
  readonly compared: Compared;
}

export interface Playback extends ClockState {
  /** Where the next plan starts, paused, instead of playing: the place that a link names. */
  readonly startAt: number | null;
}

export interface Verification {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly event: VerifyEvent | null;
  readonly report: VerifyReport | null;
  readonly error: string | null;
  /** The document that was verified; figures of another one are marked as outdated. */
  readonly document: Scenario | null;
}

export type Side = 'from' | 'to';

/** A partition by its name, in the layout of today or in the wished one. */
export interface PartitionRef {
  readonly side: Side;
  readonly name: string;
}

/** A partition whose actions are open, and where its box is on screen, in CSS pixels of the viewport. */
export interface Selection extends PartitionRef {
  /** Row of the strip that was clicked; an unsplit partition stands in both. */
  readonly row: 'before' | 'after';
  readonly anchor: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Exact rows of the parts that a split of the selected partition would give, by number of parts. */
export interface Preview {
  readonly selection: Selection;
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

export interface Notice {
  /** Errors stay until they are closed, and so does what has an action. */
  readonly kind: 'info' | 'note' | 'error';
  readonly key: TextKey;
  readonly params?: TextParams;
  readonly refusal?: Refusal;
  /** The edit that was undone or redone. */
  readonly label?: EditLabel;
  /** What can be done about it; the message then stays until it is done or closed. */
  readonly action?: { readonly label: TextKey; readonly run: () => void };
}

export const PLAN_RING = 'plan';

export const stageViews = ['strip', 'ring', 'flow', 'partitions', 'compare'] as const;
export type StageView = (typeof stageViews)[number];
export type FlowUnit = 'partitions' | 'nodes';
export type Moment = 'before' | 'now';

/** Of the browser's window, without its bars, in CSS px. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Windows over the page, one at a time; app/AppDialogs.tsx says what is in each. */
export type DialogId =
  | 'settings'
  | 'shortcuts'
  | 'about'
  | 'layouts'
  | 'palette'
  | 'gallery'
  | 'recent'
  | 'versions'
  | 'history'
  | 'share';

export interface Ui extends Preferences {
  readonly stageView: StageView;
  /** What the ring shows: `plan`, or the id of a compared scheme; see selectRingScheme(). */
  readonly ringOf: string;
  /** What the bars of the flow are. */
  readonly flowUnit: FlowUnit;
  /** Whether the table on the stage has the partitions before the change or those at the playhead. */
  readonly moment: Moment;
  readonly selection: Selection | null;
  /** The partition whose box was clicked or had the focus last, for what the palette offers; it may be gone by now. */
  readonly partition: PartitionRef | null;
  readonly dialog: DialogId | null;
  readonly notice: Notice | null;
  /** Texts typed into Inspect by key column ("name:type"); null is NULL. Columns without one show a key of the scenario. */
  readonly probe: Readonly<Record<string, string | null>>;
  /** Asks Inspect to take the keyboard focus once. */
  readonly focusProbe: boolean;
  /** Asks the docks to put the focus on the tab of a panel once. */
  readonly focusPanel: PanelId | null;
  /** What the docks have to share with the stage. */
  readonly windowSize: WindowSize;
  /** Draws every key of the sample instead of as many as suit the room. */
  readonly allDots: boolean;
  /** The presentation that runs over the page: the number of its slide, from 0. */
  readonly presenting: { readonly slide: number } | null;
}

export interface AppState {
  readonly document: Scenario;
  /** Null for a document that came from a link, another tab or the version history. */
  readonly origin: Origin | null;
  readonly history: History;
  readonly results: Results;
  readonly comparison: Comparison;
  readonly playback: Playback;
  readonly verification: Verification;
  /** False in a build without it. */
  readonly hasPostgres: boolean;
  readonly ui: Ui;
}

export const idleVerification: Verification = {
  status: 'idle',
  event: null,
  report: null,
  error: null,
  document: null,
};

export const initialState: AppState = {
  document: defaultScenario,
  origin: { kind: 'example', name: defaultScenario.name, saved: defaultScenario, handle: null },
  history: emptyHistory,
  results: { status: 'counting', progress: null, counted: null, error: null, preview: null },
  comparison: { status: 'idle', progress: null, error: null, done: null, curves: null, circle: null },
  playback: { ...INITIAL_CLOCK, startAt: null },
  verification: idleVerification,
  hasPostgres: true,
  ui: {
    theme: 'system',
    motion: 'system',
    textSize: '100',
    locale: 'en',
    layout: defaultLayout,
    layouts: [],
    recentCommands: [],
    singleKeys: true,
    stageView: 'strip',
    ringOf: PLAN_RING,
    flowUnit: 'partitions',
    moment: 'before',
    selection: null,
    partition: null,
    dialog: null,
    notice: null,
    probe: {},
    focusProbe: false,
    focusPanel: null,
    windowSize: { width: 1440, height: 900 },
    allDots: false,
    presenting: null,
  },
};
