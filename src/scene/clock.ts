/** Where an animation stands; a plain value, so that pause, scrub and undo are assignments. */
export interface ClockState {
  /** Plan time in [0, steps]. */
  readonly t: number;
  readonly playing: boolean;
  /** 0.25 to 4; 1 = 750 ms a step. */
  readonly speed: number;
  /** 1 forwards, -1 backwards. */
  readonly direction: 1 | -1;
  /** The play that starts by itself when the page opens: never longer than MAX_PLAY_MS. */
  readonly auto: boolean;
}

export const STEP_MS = 750;
export const MAX_PLAY_MS = 4000;
/** Plans with more steps play as a whole in MAX_PLAY_MS. */
export const LONG_PLAN = 12;
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

export const INITIAL_CLOCK: ClockState = { t: 0, playing: false, speed: 1, direction: 1, auto: false };

/** Time of one step at speed 1, ms. */
export function stepDuration(stepCount: number, auto: boolean): number {
  const hurried = auto || stepCount > LONG_PLAN;
  return hurried ? Math.min(STEP_MS, MAX_PLAY_MS / Math.max(1, stepCount)) : STEP_MS;
}

/** The clock after dtMs of real time; it stops at the end, or at the start when it runs backwards. */
export function advance(state: ClockState, dtMs: number, stepCount: number): ClockState {
  if (!state.playing) return state;
  const moved = (dtMs * state.speed * state.direction) / stepDuration(stepCount, state.auto);
  const t = Math.min(stepCount, Math.max(0, state.t + moved));
  const arrived = state.direction === 1 ? t >= stepCount : t <= 0;
  return arrived ? { ...state, t, playing: false, auto: false } : { ...state, t };
}

/** Texts that follow a play stand at least so long, ms: faster, nobody reads them and writing them takes the frames. */
const READING_MS = 250;

/** The plan time that texts show: t, but while many short steps run by only every so many of them. */
export function readingTime({ t, playing, speed, auto }: ClockState, stepCount: number): number {
  const stride = Math.floor((READING_MS * speed) / stepDuration(stepCount, auto));
  return playing && stride > 1 ? Math.floor(t / stride) * stride : t;
}

/** Jumps to plan time t and keeps playing if it was; a jump ends the automatic play's hurry. */
export function seek(state: ClockState, t: number, stepCount: number): ClockState {
  return { ...state, t: Math.min(stepCount, Math.max(0, t)), auto: false };
}

/** Starts in the given direction; from the far end it starts over. */
export function play(state: ClockState, stepCount: number, direction: 1 | -1 = 1, auto = false): ClockState {
  if (stepCount === 0) return { ...state, playing: false };
  const restart = direction === 1 ? state.t >= stepCount : state.t <= 0;
  const t = restart ? (direction === 1 ? 0 : stepCount) : state.t;
  return { ...state, t, playing: true, direction, auto };
}

export function pause(state: ClockState): ClockState {
  return { ...state, playing: false, auto: false };
}

/** The next whole step in a direction: 3.4 -> 4 or 3, 3 -> 4 or 2. */
export function stepTime(t: number, direction: 1 | -1, stepCount: number): number {
  const next = direction === 1 ? Math.floor(t + 1e-9) + 1 : Math.ceil(t - 1e-9) - 1;
  return Math.min(stepCount, Math.max(0, next));
}

/** Index of the step that plan time t shows: the one in progress, or the last one done; 0 at the start. */
export function currentStep(t: number, stepCount: number): number {
  return Math.min(Math.max(0, stepCount - 1), Math.max(0, Math.ceil(t - 1e-9) - 1));
}
